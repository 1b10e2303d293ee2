#!/usr/bin/env python3
"""Two Syncthing nodes on loopback carry the shared folder of two instances that both write.

    syncthing.py VELDLOG [--seconds 120] [--seed 1]

For so many seconds both record, correct and contradict each other and sync, while either node is stopped and started.
Then both sync a few rounds: equal fingerprints, every recorded fact on both sides, no file in conflict, and no file
under a final name that is not what its name says. Nothing is left running or lying about.

The nodes know each other by their device ids alone: no discovery, no relays, no upgrades, fixed ports on 127.0.0.1.
"""
import argparse, glob, hashlib, json, os, random, re, shutil, signal, subprocess, sys, tempfile, threading, time
import urllib.request, xml.etree.ElementTree as xml

parser = argparse.ArgumentParser()
parser.add_argument("veldlog")
parser.add_argument("--seconds", type=float, default=120)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
veldlog = os.path.realpath(arguments.veldlog)
chance = random.Random(arguments.seed)
ENVIRONMENT = {**os.environ, "LC_ALL": "en_GB.UTF-8"}
KEY = "veldlog-loopback-test"


class Node:
    """One Syncthing with its own home, and the folder that it carries."""

    def __init__(self, root, number):
        self.home, self.folder = f"{root}/node-{number}", f"{root}/folder-{number}"
        self.gui, self.port = 38480 + number, 38490 + number
        self.process = None
        os.makedirs(self.folder)
        subprocess.run(
            ["syncthing", "generate", f"--home={self.home}", "--no-default-folder", "--skip-port-probing"],
            check=True, capture_output=True, timeout=60)
        self.id = subprocess.run(
            ["syncthing", "--home=" + self.home, "--device-id"], check=True, capture_output=True, text=True,
            timeout=60).stdout.strip()

    def configure(self, other):
        path = self.home + "/config.xml"
        tree = xml.parse(path)
        root = tree.getroot()
        for old in root.findall("device") + root.findall("folder"):
            root.remove(old)
        for node in (self, other):
            device = xml.SubElement(root, "device", id=node.id, name=f"node {node.gui}", compression="never")
            xml.SubElement(device, "address").text = f"tcp://127.0.0.1:{node.port}"
        folder = xml.SubElement(
            root, "folder", id="veldlog", path=self.folder, type="sendreceive", rescanIntervalS="1",
            fsWatcherEnabled="true", fsWatcherDelayS="1", ignorePerms="true")
        for node in (self, other):
            xml.SubElement(folder, "device", id=node.id)
        options = {
            "listenAddress": f"tcp://127.0.0.1:{self.port}", "globalAnnounceEnabled": "false",
            "localAnnounceEnabled": "false", "relaysEnabled": "false", "natEnabled": "false", "urAccepted": "-1",
            "crashReportingEnabled": "false", "autoUpgradeIntervalH": "0", "reconnectionIntervalS": "1",
            "startBrowser": "false", "stunKeepaliveStartS": "0", "announceLANAddresses": "false",
        }
        section = root.find("options")
        for name, value in options.items():
            for old in section.findall(name):
                section.remove(old)
            xml.SubElement(section, name).text = value
        gui = root.find("gui")
        gui.find("address").text = f"127.0.0.1:{self.gui}"
        for old in gui.findall("apikey"):
            gui.remove(old)
        xml.SubElement(gui, "apikey").text = KEY
        tree.write(path)

    def start(self):
        if self.process:
            return
        self.process = subprocess.Popen(
            ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart", "--no-upgrade"],
            stdout=open(self.home + "/log.txt", "a"), stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, "STNOUPGRADE": "1"})

    def stop(self, hard=False):
        if not self.process:
            return
        # Its own session: a process that it started itself goes with it.
        os.killpg(self.process.pid, signal.SIGKILL if hard else signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.waits_for_the_end()
        self.process = None

    def waits_for_the_end(self):
        """Until what it started is gone too: that may hold the database a little longer than its parent lives."""
        end = time.time() + 20
        while True:
            try:
                os.killpg(self.process.pid, signal.SIGKILL if time.time() > end else 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)

    def ask(self, path, method="GET"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{path}", method=method, headers={"X-API-Key": KEY})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.loads(answer.read() or b"null")

    def waits(self, seconds, ready):
        end = time.time() + seconds
        while time.time() < end:
            if self.process and self.process.poll() is not None:
                # It gives up where the one before it had not let go of its database yet.
                self.process = None
                self.start()
            try:
                if ready():
                    return
            except (OSError, KeyError, ValueError):
                pass
            time.sleep(0.2)
        raise SystemExit(f"node {self.gui}: not ready after {seconds} s; see its log:\n" + self.tail())

    def tail(self):
        with open(self.home + "/log.txt", errors="replace") as log:
            return "".join(log.readlines()[-15:])

    def is_connected(self, other):
        return self.ask("system/connections")["connections"][other.id]["connected"]

    def is_level(self, other):
        """Whether both hold the same, by their own word."""
        self.ask("db/scan?folder=veldlog", "POST")
        status = self.ask("db/status?folder=veldlog")
        completion = self.ask(f"db/completion?folder=veldlog&device={other.id}")
        return (status["state"] == "idle" and status["needTotalItems"] == 0 and completion["needItems"] == 0
                and completion["needDeletes"] == 0)


class Instance:
    def __init__(self, root, name, node):
        self.root, self.name, self.node = f"{root}/{name}", name, node
        self.environment = {**ENVIRONMENT, "HOME": f"{root}/home-{name}"}
        os.makedirs(self.environment["HOME"])
        self.recorded, self.traject = [], 0

    def run(self, *words, allowed=(0,)):
        done = subprocess.run(
            [veldlog, "--dir", self.root, "--format", "json", *words], capture_output=True, text=True,
            env=self.environment, timeout=120)
        assert done.returncode in allowed, (self.name, words, done.returncode, done.stdout, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip().startswith(("{", "[")) else done.stdout

    def record(self):
        """A fact of its own, one that the other may contradict, or a correction; remembers what was confirmed."""
        choice = chance.random()
        if choice < 0.6 or not self.recorded:
            self.traject += 1
            words = ["record", "traject_gestart", f"traject={self.name}-{self.traject}", "aanbieder=zee-003",
                     "regio=zeeland", f"datum=2016-01-{chance.randint(1, 28):02}"]
        elif choice < 0.85:
            # Both write in the same slots at about the same time.
            words = ["record", "traject_beeindigd", f"traject=X-{int(time.time() / 2)}",
                     f"datum=2016-02-{chance.randint(1, 28):02}", "reden=01"]
        else:
            words = ["correct", chance.choice(self.recorded), f"datum=2016-03-{chance.randint(1, 28):02}",
                     "--reason", "nagekeken"]
        # 1: the slot holds another fact by now, or the fact was corrected before.
        done = subprocess.run(
            [veldlog, "--dir", self.root, "--format", "json", *words], capture_output=True, text=True,
            env=self.environment, timeout=120)
        assert done.returncode in (0, 1), (self.name, words, done.stdout, done.stderr)
        if done.returncode == 0:
            self.recorded.append(json.loads(done.stdout)["ref"])

    def sync(self):
        return self.run("sync", self.node.folder, allowed=(0, 3))

    def references(self):
        """Of every line that has its payload, by what the files say."""
        found = set()
        for path in glob.glob(f"{self.root}/logs/*/*.jsonl"):
            with open(path) as lines:
                for line in map(json.loads, lines):
                    if "payload" in line:
                        found.add(f"{line['head']['log']}:{line['head']['seq']}#{line['chain'][:4]}")
        return found

    def fingerprint(self):
        return self.run("status")["fingerprint"]


def work(instance, end, turns, failures):
    try:
        while time.time() < end:
            with turns:
                for _ in range(chance.randint(0, 3)):
                    instance.record()
            instance.sync()
            time.sleep(chance.uniform(0.05, 0.6))
    except BaseException as failure:
        failures.append(failure)


def check_folder(folder):
    """Every file under a final name is what its name says; returns how many there are."""
    count = 0
    for path, _, names in os.walk(folder):
        if any(part.startswith(".") for part in os.path.relpath(path, folder).split("/") if part != "."):
            continue
        for name in names:
            assert "sync-conflict" not in name, f"a file in conflict: {path}/{name}"
            if name.startswith("."):
                continue
            with open(f"{path}/{name}", "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            assert re.fullmatch(r"[0-9a-f]{16}\.veld(\.age)?", name), f"{path}/{name}"
            assert name.startswith(digest[:16]), f"{path}/{name} is not what its name says"
            count += 1
    return count


def main(root, nodes):
    for number in (1, 2):
        nodes.append(Node(root, number))
    nodes[0].configure(nodes[1])
    nodes[1].configure(nodes[0])
    for node in nodes:
        node.start()
    for node in nodes:
        node.waits(60, lambda: node.ask("system/ping"))
    nodes[0].waits(60, lambda: nodes[0].is_connected(nodes[1]))

    left, right = Instance(root, "L", nodes[0]), Instance(root, "R", nodes[1])
    left.run("init", "--workspace", "Proef", "--regio", "zeeland", "--name", "links")
    invite = root + "/invite.json"
    with open(invite, "w") as file:
        file.write(json.dumps(left.run("invite")))
    joined = right.run("init", "--invite", invite, "--regio", "zeeland", "--name", "rechts")
    left.run("trust", "add", joined["log"])
    # The founder has to have the newcomer's key before it can encrypt to it.
    for one, other in ((right, left), (left, right)):
        first = f"{root}/first-{one.name}.veld"
        one.run("bundle", "create", "--plain", "-o", first)
        other.run("bundle", "apply", first)

    end = time.time() + arguments.seconds
    turns, failures, stops = threading.Lock(), [], 0
    workers = [threading.Thread(target=work, args=(one, end, turns, failures)) for one in (left, right)]
    for worker in workers:
        worker.start()
    while time.time() < end and not failures:
        time.sleep(min(max(0.1, end - time.time()), chance.uniform(2, 6)))
        node = chance.choice(nodes)
        node.stop(hard=chance.random() < 0.5)
        stops += 1
        time.sleep(chance.uniform(0.2, 3))
        node.start()
    for worker in workers:
        worker.join()
    if failures:
        raise SystemExit(f"seed {arguments.seed}: {failures[0]}")

    for node in nodes:
        node.start()
        node.waits(60, lambda: node.ask("system/ping"))
    nodes[0].waits(60, lambda: nodes[0].is_connected(nodes[1]))
    for turn in range(8):
        for node, other in (nodes, nodes[::-1]):
            node.waits(90, lambda: node.is_level(other))
        reports = [left.sync(), right.sync()]
        if turn and not any(report["applied"] or report["wrote"] or report["removed"] for report in reports):
            break
    counts = [check_folder(node.folder) for node in nodes]
    assert left.fingerprint() == right.fingerprint(), (left.fingerprint(), right.fingerprint())
    held = []
    for instance in (left, right):
        state = {}
        for kind in ("traject_gestart", "traject_beeindigd"):
            for fact in instance.run("log", kind):
                state[fact["ref"]] = fact
        held.append(state)
        report = instance.run("verify")
        assert not report["bad"], report
    assert held[0].keys() == held[1].keys()
    conflicts = [len(one.run("conflicts")) for one in (left, right)]
    assert conflicts[0] == conflicts[1], conflicts
    facts = [one.run("status")["facts"] for one in (left, right)]
    # The same fact said twice has one reference.
    recorded = [set(one.recorded) for one in (left, right)]
    assert facts[0] == facts[1] and facts[0] >= len(recorded[0] | recorded[1]), (facts, [len(refs) for refs in recorded])
    for instance in (left, right):
        lost = (recorded[0] | recorded[1]) - instance.references()
        assert not lost, lost
    print(
        f"{arguments.seconds:.0f} s, {stops} stops of a node: {len(recorded[0])} and {len(recorded[1])} facts recorded, "
        f"{facts[0]} on both sides, {conflicts[0]} conflicts, {counts[0]} files in the folder, no file in conflict")


if not shutil.which("syncthing"):
    raise SystemExit("syncthing is not installed (apt-get install -y syncthing)")
nodes = []


def give_up(*_):
    raise SystemExit(f"not done in time (seed {arguments.seed})")


signal.signal(signal.SIGALRM, give_up)
signal.signal(signal.SIGTERM, give_up)
signal.alarm(int(arguments.seconds) + 300)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
    try:
        main(root, nodes)
    finally:
        for node in nodes:
            node.stop(hard=True)
