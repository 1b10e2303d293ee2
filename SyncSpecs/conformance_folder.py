"""What the vectors of folder.md ask: what a file in a shared folder is, what the folder lacks, and which files go."""
import hashlib

from reference.bundle import Bundle, unpack
from reference.line import is_log
from reference.values import Refused, matching

DEEPEST = 8
is_unfinished = matching(r"\..*|~syncthing~.*|.*\.(tmp|part|partial|crdownload)")
MAGIC, AGE = b"\x28\xb5\x2f\xfd", b"age-encryption.org/v1"


def what_is(path, data, workspace):
    """What a file is, by its path in the shared folder and its bytes."""
    *folders, name = path.split("/")
    of_others = folders and is_log(folders[0]) and folders[0] != workspace
    if of_others or len(folders) > DEEPEST or any(folder.startswith(".") for folder in folders):
        return {"is": "passed over"}
    if is_unfinished(name):
        return {"is": "unfinished"}
    found = by_content(data, workspace)
    if ".veld" not in name and found["is"] in ("arriving", "for others", "no bundle"):
        return {"is": "other"}
    return found


def by_content(data, workspace):
    if not any(data) or any(form.startswith(data) for form in (MAGIC, AGE)):
        return {"is": "arriving"}
    if data.startswith(AGE):
        return {"is": "for others" if b"\n--- " in data else "arriving"}
    if not data.startswith(MAGIC):
        return {"is": "no bundle"}
    try:
        if not unpack(data).startswith(b"manifest.json\0"):
            return {"is": "no bundle"}
        bundle = Bundle(data, workspace)
    except Refused as fault:
        return {"is": "arriving"} if fault.reason == "zstd" else {"is": "refused", "refuse": fault.reason}
    name = hashlib.sha256(data).hexdigest()[:16]
    return {"is": "bundle", "path": f"{workspace}/{bundle.manifest['writer']}/{name}.veld"}


class Plan:
    """What one instance finds lacking in a folder, and which of its own files it removes. A line is (log, number)."""

    def __init__(self, case):
        self.case, self.held = case, {(log, n) for log, last in case["held"].items() for n in range(1, last + 1)}
        self.missing, self.erased = points(case["missing"]), points(case["erased"])
        self.heard = [{(log, n) for log, last in x.items() for n in range(1, last + 1)} for x in case["heard"]]
        doomed = [x for x in case["files"] if self.is_own(x) and self.is_applied(x) and self.has_erased(x)]
        self.rest = [x for x in case["files"] if x not in doomed]
        lacks = self.lacking(self.held, case["members"], self.rest)
        for file in doomed:
            lacks |= self.left_by(file)
        replaced = [file["name"] for file in doomed if not self.left_by(file)]
        self.lacks, self.removed = spans(lacks), sorted(replaced + [x["name"] for x in self.rest if self.may_go(x)])

    def is_own(self, file):
        return file["writer"] in self.case["own"]

    def lines(self, file):
        return {(log, n) for log, runs in file["lines"].items() for a, b in runs for n in range(a, b + 1)}

    def brings(self, file):
        """The lines of segments whose last is held, but for those that it has without a payload that is held."""
        known = {log: [run for run in runs if (log, run[1]) in self.held] for log, runs in file["lines"].items()}
        return self.lines({"lines": known}) - (points(file["bare"]) - self.missing - self.erased)

    def is_applied(self, file):
        """Whether all its lines are held, with their payloads where it has them."""
        return self.lines(file) <= self.held and not (self.missing & self.lines(file)) - points(file["bare"])

    def has_erased(self, file):
        payloads = self.lines(file) - points(file["bare"])
        return payloads & self.erased or set(file["attachments"]) & set(self.case["erased_attachments"])

    def lacking(self, lines, members, files):
        """Those of these lines that some member cannot get from these files."""
        readable = [[self.brings(x) for x in files if is_for(x, member)] for member in members]
        return {line for brought in readable for line in lines - set().union(*brought)}

    def left_by(self, file):
        """What an own file brings that the others that stay do not, for the members whom it is for."""
        members = [member for member in self.case["members"] if is_for(file, member)]
        return self.lacking(self.brings(file), members, [x for x in self.rest if self.is_own(x)])

    def holds(self, outer, inner):
        """Whether one file has all that another brings, for the same members."""
        members = [member for member in self.case["members"] if is_for(inner, member)]
        has_attachments = set(outer["attachments"]) >= set(inner["attachments"])
        return self.brings(outer) >= self.brings(inner) and has_attachments and all(is_for(outer, x) for x in members)

    def may_go(self, file):
        """Whether an own file is applied, another member has what it brings, and another own file holds it.

        The vectors have no two files that hold each other."""
        is_heard = any(heard >= self.brings(file) for heard in self.heard)
        others = [x for x in self.rest if self.is_own(x) and x is not file]
        return self.is_own(file) and self.is_applied(file) and is_heard and any(self.holds(x, file) for x in others)


def is_for(file, member):
    return not file["for"] or member in file["for"] or member == file["writer"]


def points(numbers):
    return {(log, n) for log, of_log in numbers.items() for n in of_log}


def spans(lines):
    """By log, the first and last number of each run of lines."""
    found = {}
    for log, n in sorted(lines):
        runs = found.setdefault(log, [])
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return found


def plan(case):
    found = Plan(case)
    return {"lacks": found.lacks, "remove": found.removed}
