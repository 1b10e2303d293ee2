#!/usr/bin/env python3
"""Kills veldlog with signal 9 at a random moment of an import and of an interview, and looks for what it had confirmed.

    kill.py VELDLOG [--times 200] [--seed 1]

After every kill: each row or answer that was confirmed is in the log, the log verifies (a torn last line aside), and
going on brings the rest, nothing twice.
"""
import argparse, json, os, random, re, signal, subprocess, tempfile, threading, time

parser = argparse.ArgumentParser()
parser.add_argument("veldlog")
parser.add_argument("--times", type=int, default=200)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
veldlog = os.path.realpath(arguments.veldlog)
chance = random.Random(arguments.seed)
ROWS = 10_000
ENVIRONMENT = {**os.environ, "LC_ALL": "en_GB.UTF-8"}


def run(root, *words, allowed=(0,)):
    done = subprocess.run([veldlog, "--dir", root, *words], capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode in allowed, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout


def founded(folder):
    root = folder + "/instance"
    run(root, "init", "--workspace", "Proef", "--regio", "zeeland", "--name", "proef")
    return root


def verified(root):
    report = json.loads(run(root, "--format", "json", "verify"))
    assert all(finding["state"] == "torn" for finding in report["bad"]), report


def live(root, kind):
    return json.loads(run(root, "--format", "json", "log", kind))


def kill_import(folder):
    root = founded(folder)
    table = folder + "/starts.csv"
    with open(table, "w") as file:
        file.write("traject;aanbieder;regio;datum\n")
        file.writelines(f"K-{n};zee-003;zeeland;2016-01-11\n" for n in range(ROWS))
    started = time.time()
    process = subprocess.Popen(
        [veldlog, "--dir", root, "import", table, "--kind", "traject_gestart", "--progress"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    threading.Timer(chance.uniform(0.0, kill_import.longest), lambda: process.send_signal(signal.SIGKILL)).start()
    confirmed = [int(number) for number in re.findall(r"(\d+)\n", process.stderr.read())]
    process.wait()
    if process.returncode == 0:
        kill_import.longest = max(0.005, time.time() - started)
    count = max(confirmed, default=0)
    verified(root)
    held = live(root, "traject_gestart")
    assert len(held) >= count, (len(held), count)
    report = json.loads(run(root, "--format", "json", "import", table, "--kind", "traject_gestart"))
    assert report["duplicates"] == len(held) and report["recorded"] == ROWS - len(held), (report, len(held))
    assert len({fact["payload"]["traject"] for fact in live(root, "traject_gestart")}) == ROWS
    verified(root)
    return count


kill_import.longest = 0.5


def kill_interview(folder):
    root = founded(folder)
    process = subprocess.Popen(
        [veldlog, "--dir", root, "interview", "new", "--respondent", "R1"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
    threading.Timer(chance.uniform(0.0, 0.3), lambda: process.send_signal(signal.SIGKILL)).start()
    try:
        for number in range(60):
            process.stdin.write(f"answer {number}\n".encode())
            process.stdin.flush()
            time.sleep(chance.uniform(0, 0.006))
    except BrokenPipeError:
        pass
    said = process.stderr.read().decode()
    process.wait()
    confirmed = set(re.findall(r"(\d+\.\d+) is on disk", said))
    verified(root)
    held = {fact["payload"]["vraag"] for fact in live(root, "antwoord")}
    assert confirmed <= held, confirmed - held
    if live(root, "interview"):
        run(root, "interview", "resume", "I-0001", "--answers", "/dev/null", allowed=(0, 1))
    verified(root)
    return len(confirmed)


totals = {}
for name, experiment in [("import", kill_import), ("interview", kill_interview)]:
    totals[name] = 0
    for turn in range(arguments.times):
        with tempfile.TemporaryDirectory() as folder:
            try:
                totals[name] += experiment(folder)
            except AssertionError as failure:
                raise SystemExit(f"{name}, turn {turn}, seed {arguments.seed}: {failure}")
print(f"{arguments.times} kills each; confirmed and found again: {totals['import']} rows, {totals['interview']} answers")
print(f"{2 * arguments.times} passed, 0 failed")
