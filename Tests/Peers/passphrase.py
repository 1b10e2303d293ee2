#!/usr/bin/env python3
"""Types passphrases at a terminal: `veldlog lock` asks, shows nothing, and age opens what it wrote.

    passphrase.py VELDLOG
"""
import os, pty, re, select, signal, subprocess, sys, tempfile, termios, time

veldlog = os.path.realpath(sys.argv[1])
PASSPHRASE = "vier woorden zijn genoeg"
ENVIRONMENT = {**os.environ, "LC_ALL": "en_GB.UTF-8"}


def run(*words):
    done = subprocess.run([veldlog, *words], capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def typed(command, answers):
    """Gives one answer to each question, and returns the exit status and all that the terminal showed."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, ENVIRONMENT)
    seen, asked, end = b"", 0, time.time() + 60
    while time.time() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        if not data:
            break
        seen += data
        # A question ends in a colon and a space, and nothing follows it yet.
        if asked < len(answers) and re.search(rb": $", seen):
            # Nothing that is typed may be shown from here on.
            while termios.tcgetattr(terminal)[3] & termios.ECHO:
                time.sleep(0.01)
            os.write(terminal, answers[asked].encode())
            asked += 1
    else:
        os.kill(process, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)
    assert asked == len(answers), (asked, seen)
    return status, seen.decode()


with tempfile.TemporaryDirectory() as folder:
    root = folder + "/w"
    run("--dir", root, "init", "--workspace", "Proef", "--regio", "zeeland", "--name", "proef")
    run("--dir", root, "record", "respondent_naam", "respondent=R16", "naam=Voorbeeldnaam")
    lock = [veldlog, "--dir", root, "lock"]

    def holding(text):
        return subprocess.run(["grep", "-rl", text, root], capture_output=True, text=True).stdout.split()

    status, seen = typed(lock, [PASSPHRASE + "\n", "iets anders\n"])
    assert status == 1 and "differ" in seen and len(holding("Voorbeeldnaam")) == 1, seen
    status, seen = typed(lock, ["kort\n"])
    assert status == 1 and "at least 8" in seen, seen
    status, seen = typed(lock, [PASSPHRASE[:4] + "\x03"])
    assert status == 1 and "stopped" in seen and len(holding("Voorbeeldnaam")) == 1, seen
    status, seen = typed(lock, [PASSPHRASE + "\n", PASSPHRASE + "\n"])
    assert status == 0 and "1 fact is locked" in seen and PASSPHRASE not in seen, seen
    assert holding("Voorbeeldnaam") == [], holding("Voorbeeldnaam")

    opened = folder + "/opened"
    status, seen = typed(["/usr/bin/age", "-d", "-o", opened, root + "/locked.age"], [PASSPHRASE + "\n"])
    assert status == 0 and "Voorbeeldnaam" in open(opened).read(), seen

    status, seen = typed(lock + ["--open"], ["een ander wachtwoord\n"])
    assert status == 1 and "the passphrase is wrong" in seen, seen
    status, seen = typed(lock + ["--open"], [PASSPHRASE + "\n"])
    assert status == 0 and "1 fact unlocked" in seen and PASSPHRASE not in seen, seen
    assert len(holding("Voorbeeldnaam")) == 1
    run("--dir", root, "verify")

    # Without a terminal: no question, and the way out is named.
    done = subprocess.run(lock, capture_output=True, text=True, env=ENVIRONMENT, stdin=subprocess.DEVNULL, start_new_session=True)
    assert done.returncode == 2 and "--passphrase-file" in done.stderr, done

    # A bundle for who knows the passphrase.
    bundle = folder + "/woorden.veld.age"
    make = [veldlog, "--dir", root, "--lang", "en", "bundle", "create", "--passphrase", "-o", bundle]
    status, seen = typed(make, [PASSPHRASE + "\n", PASSPHRASE + "\n"])
    assert status == 0 and PASSPHRASE not in seen, seen
    look = [veldlog, "--dir", root, "--lang", "en", "bundle", "inspect", "--passphrase", bundle]
    status, seen = typed(look, ["een ander wachtwoord\n"])
    assert status == 1 and "passphrase" in seen, seen
    status, seen = typed(look, [PASSPHRASE + "\n"])
    assert status == 0, seen
    status, seen = typed(["/usr/bin/age", "-d", "-o", folder + "/woorden.veld", bundle], [PASSPHRASE + "\n"])
    assert status == 0, seen
    subprocess.run(["zstd", "-q", "-t", folder + "/woorden.veld"], check=True)
print("1 passed, 0 failed")
