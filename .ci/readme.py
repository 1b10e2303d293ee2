#!/usr/bin/env python3
"""Runs the README's own shell blocks, in order and in one shell, as a reader would.

    readme.py PROGRAM_FOLDER      the blocks without a name, with veldlog from that folder on the PATH
    readme.py --print NAME        prints the block of that name (demo, test)
"""
import os, pathlib, re, subprocess, sys, tempfile

text = (pathlib.Path(__file__).parent.parent / "README.md").read_text()
blocks = re.findall(r"^```sh ?(\w*)\n(.*?)^```$", text, re.S | re.M)
if sys.argv[1] == "--print":
    print(next(body for name, body in blocks if name == sys.argv[2]), end="")
    sys.exit(0)
script = "set -euo pipefail\n" + "".join(body for name, body in blocks if not name)
with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "PATH": os.path.abspath(sys.argv[1]) + ":" + os.environ["PATH"], "HOME": folder}
    environment.pop("VELDLOG_DIR", None)
    sys.exit(subprocess.run(["bash", "-x", "-c", script], cwd=folder, env=environment).returncode)
