#!/usr/bin/env python3
"""Readers who keep every export and work out what they can.

    Tests/Peers/readers.py PROGRAM [--seed 1] [--seeds 10] [--level deelbaar|publiek] [--minimum 10] [--verbose]

For each seed: a workspace of invented trajecten, a row of exports in random order (indicators, dimensions, conditions), and a
reader who knows how each number was rounded, that a row that is not there is nobody, and nothing else. With integer programs
(SciPy's `milp`) the reader looks how large each count below the minimum that stands behind a figure could be at most: before the
export that asked for it, and in the end. Where that has become less, and less than the minimum, exports tell of a small group
after it was known that they had to keep it, and the program ends with 1. What followed from earlier exports before anybody asked
is counted apart: nothing can take it back. Also each number that is given has to be the true one, rounded. Needs SciPy
(`pip install scipy`).
"""
import argparse, itertools, json, pathlib, random, subprocess, sys, tempfile
import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

parser = argparse.ArgumentParser()
parser.add_argument("program", type=pathlib.Path)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--seeds", type=int, default=10)
parser.add_argument("--level", choices=["deelbaar", "publiek"], default="deelbaar")
parser.add_argument("--minimum", type=int, default=10)
parser.add_argument("--verbose", action="store_true")
arguments = parser.parse_args()
program = str(arguments.program.resolve())

# What can be told apart of an ended traject: its reden, as far as any indicator looks.
REDENEN = {"01": "volgens plan", "02": "overig", "03": "eenzijdig client", "04": "eenzijdig aanbieder", "05": "overig", None: "onbekend"}
CLASSES = ["volgens plan", "overig", "eenzijdig client", "eenzijdig aanbieder", "onbekend"]
KNOWN = CLASSES[:4]
INDICATORS = {
    "uitval_smal": (["eenzijdig client"], KNOWN),
    "uitval_breed": (["eenzijdig client", "eenzijdig aanbieder"], KNOWN),
    "voortijdig": (["eenzijdig client", "eenzijdig aanbieder", "overig"], KNOWN),
    "reden_onbekend": (["onbekend"], CLASSES),
    "uitstroom": (CLASSES, CLASSES),
}
DIMENSIONS = {
    "aanbieder": lambda place: place[0],
    "hulpvorm": lambda place: place[1],
    "maand": lambda place: place[2],
    "kwartaal": lambda place: f"2016k{(int(place[2][5:]) + 2) // 3}",
    "halfjaar": lambda place: f"2016h{(int(place[2][5:]) + 5) // 6}",
    "jaar": lambda place: "2016",
}
QUESTIONS = [
    (["uitstroom"], []), (["uitstroom"], ["aanbieder", "kwartaal"]), (["uitstroom"], ["kwartaal"]), (["uitstroom"], ["maand"]),
    (["uitstroom"], ["hulpvorm"]), (["uitstroom"], ["aanbieder", "hulpvorm"]), (["uitstroom"], ["hulpvorm", "maand"]),
    (["uitval_smal"], ["aanbieder"]), (["uitval_smal"], ["maand"]), (["uitval_smal"], ["jaar"]), (["uitval_breed"], []),
    (["uitval_breed"], ["aanbieder"]), (["uitval_breed"], ["halfjaar"]), (["uitval_breed"], ["hulpvorm", "kwartaal"]),
    (["uitval_breed", "uitval_smal"], ["kwartaal"]), (["voortijdig"], []), (["voortijdig"], ["aanbieder"]),
    (["voortijdig", "uitval_breed"], ["hulpvorm"]), (["reden_onbekend"], ["aanbieder"]), (["reden_onbekend"], ["maand"]),
]
STEPS = sorted(
    {5} | {step * 10**power for power in range(6) for step in (10, 15, 20, 25, 30, 40, 50, 75)})


class Wrong(Exception):
    pass


class History:
    """A workspace, what is true in it, and what was told of it."""

    def __init__(self, seed, folder):
        self.random, self.folder = random.Random(seed), folder
        self.run("init", "--workspace", "Lezers", "--regio", "zeeland", "--name", "regioteam")
        self.aanbieders = [f"zee-{number:03}" for number in range(1, self.random.randint(3, 5))]
        self.hulpvormen = ["02", "11", "13"][: self.random.randint(2, 3)]
        self.maanden = ["2016-01", "2016-02", "2016-05", "2016-08"][: self.random.randint(2, 4)]
        self.places = list(itertools.product(self.aanbieders, self.hulpvormen, self.maanden))
        self.truth = numpy.zeros(len(self.places) * len(CLASSES), int)
        self.told, self.small = [], {}
        self.add(self.random.choice([60, 120, 250, 400]))

    def run(self, *words):
        done = subprocess.run([program, "--dir", self.folder, *words], capture_output=True, text=True, cwd=self.folder)
        if done.returncode:
            raise Wrong(f"{words}: {done.stderr[:300]}")
        return done.stdout

    def add(self, count):
        lines = []
        for number in range(count):
            place = (
                self.random.choice(self.aanbieders),
                self.random.choice(self.hulpvormen) if self.random.random() < 0.7 else self.hulpvormen[0],
                self.random.choice(self.maanden))
            reden = self.random.choices(list(REDENEN), [60, 14, 8, 5, 8, 5])[0]
            start = dict(
                traject=f"T-{number}", aanbieder=place[0], regio="zeeland", hulpvorm=place[1], datum="2015-06-01",
                pseudoniem=f"ps{number}")
            end = dict(traject=f"T-{number}", datum=place[2] + "-11")
            if reden:
                end["reden"] = reden
            lines += [dict(kind="traject_gestart", payload=start), dict(kind="traject_beeindigd", payload=end)]
            self.truth[self.index(place, REDENEN[reden])] += 1
        file = pathlib.Path(self.folder, "feiten.jsonl")
        file.write_text("".join(json.dumps(line) + "\n" for line in lines))
        self.run("import", str(file))

    def index(self, place, kind):
        return self.places.index(place) * len(CLASSES) + CLASSES.index(kind)

    def sum(self, places, kinds):
        sum = numpy.zeros(len(self.truth))
        for place in places:
            for kind in kinds:
                sum[self.index(place, kind)] = 1
        return sum

    def know(self, sum, least, most, what):
        """The reader learns that a sum lies between two numbers; it has to."""
        true = sum @ self.truth
        if not least - 1e-9 <= true <= most + 1e-9:
            raise Wrong(f"{what}: {true} is not from {least} to {most}")
        self.told.append((sum, least, most))

    def export(self, indicators, dimensions, condition):
        question = ", ".join(indicators) + (" per " + ", ".join(dimensions) if dimensions else "")
        places = self.places
        if condition:
            question += f" waar {condition[0]} = {condition[1]}"
            places = [place for place in places if DIMENSIONS[condition[0]](place) == condition[1]]
        words = ["--level", arguments.level, "--recipient", "lezers"]
        if arguments.minimum != 10:
            words += ["--minimum", str(arguments.minimum)]
        answer = json.loads(self.run("--format", "json", "export", question, *words))
        if arguments.verbose:
            print(question)
        self.before = len(self.told)
        rows = {tuple(row[dimension] for dimension in dimensions): row for row in answer["rows"]}
        for key in itertools.product(*[sorted({DIMENSIONS[name](place) for place in places}) for name in dimensions]):
            own = [place for place in places if all(DIMENSIONS[name](place) == part for name, part in zip(dimensions, key))]
            if key not in rows:
                kinds = CLASSES if {"uitstroom", "reden_onbekend"} & set(indicators) else KNOWN
                self.know(self.sum(own, kinds), 0, 0, f"{question} {key}: no row")
                continue
            for indicator in indicators:
                self.read(rows[key][indicator], indicator, own, f"{question} {key} {indicator}")

    def read(self, figure, indicator, places, what):
        numerator, denominator = INDICATORS[indicator]
        hit, all = self.sum(places, numerator), self.sum(places, denominator)
        for name, sum in [("n", all), ("hit", hit), ("rest", all - hit)]:
            if 0 < sum @ self.truth < arguments.minimum and sum.tobytes() not in self.small:
                self.small[sum.tobytes()] = (f"{what}: {name}", sum, self.most(sum, self.before))
        if arguments.verbose:
            print(f"   {what}: {figure['value']} n={figure['n']} of {hit @ self.truth:.0f}/{all @ self.truth:.0f}")
        n = figure["n"]
        if n is not None and figure.get("n_at_least"):
            self.know(all, n, min(step for step in STEPS if step > n) - 1, what)
        elif n is not None:
            self.know(all, n - 2, n + 2, what)
        if figure["suppressed"] or indicator == "uitstroom":
            return
        if figure["value"] is not None:
            half = 0.0005 if arguments.level == "deelbaar" else 0.005
            self.know(hit - (figure["value"] - half) * all, 0, numpy.inf, what)
            self.know((figure["value"] + half) * all - hit, 0, numpy.inf, what)
        if figure["numerator"] is not None:
            self.know(hit, figure["numerator"] - 2, figure["numerator"] + 2, what)

    def most(self, sum, count=None):
        """The most, up to the minimum, that a sum can be as far as the reader of the first so many things can tell; None where
        that is not found in time."""
        told = self.told[:count]
        if not told:
            return arguments.minimum
        matrix = csr_matrix(numpy.array([sum for sum, _, _ in told]))
        low, high = (numpy.array([entry[place] for entry in told]) for place in (1, 2))
        # Large enough is all that is asked.
        enough = LinearConstraint(sum, -numpy.inf, arguments.minimum)
        found = milp(
            -sum, constraints=[LinearConstraint(matrix, low, high), enough], integrality=numpy.ones(len(sum)),
            bounds=Bounds(0, 2000), options=dict(time_limit=10))
        return None if found.x is None else round(-found.fun)


leaks = 0
for seed in range(arguments.seed, arguments.seed + arguments.seeds):
    with tempfile.TemporaryDirectory() as folder:
        history = History(seed, folder)
        questions = history.random.sample(QUESTIONS, history.random.randint(4, 10))
        for indicators, dimensions in questions:
            condition = None
            if history.random.random() < 0.3:
                name = history.random.choice([name for name in ("hulpvorm", "aanbieder", "kwartaal", "halfjaar") if name not in dimensions])
                condition = (name, history.random.choice(sorted({DIMENSIONS[name](place) for place in history.places})))
            history.export(indicators, dimensions, condition)
        (found, known) = ([], 0)
        for what, sum, before in history.small.values():
            after = history.most(sum)
            if after is None or before is None:
                continue
            known += before < arguments.minimum
            if after < before:
                found.append(f"   {what} is at most {after}, and was at most {before}")
        print(
            f"seed {seed}: {len(questions)} exports, {len(history.told)} things told, {len(history.small)} small counts,"
            f" {known} known before, {len(found)} found", *found, sep="\n", flush=True)
        leaks += len(found)
sys.exit(1 if leaks else 0)
