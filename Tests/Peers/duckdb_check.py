#!/usr/bin/env python3
"""Imports invented tables and compares `veldlog query` with the same question in DuckDB, on the workspace's own logs.

Then the same for two instances that correct, retract, contradict and erase, with most of the indicators.

    python3 -m venv .venv && .venv/bin/pip install duckdb
    .venv/bin/python Tests/Peers/duckdb_check.py PROGRAM_FOLDER [--facts 200000]

PROGRAM_FOLDER holds veldlog and veldlog-bench. Exits 1 at the first figure that differs.
"""
import argparse, datetime, json, os, pathlib, random, subprocess, tempfile, time
import duckdb

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--facts", type=int, default=200_000)
parser.add_argument("--trajecten", type=int, default=2_000)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
veldlog = str((arguments.programs / "veldlog").resolve())
bench = str((arguments.programs / "veldlog-bench").resolve())

SQL = """
with line as (
  select head.kind kind, head.log || ':' || head.seq id, head.replaces replaces, payload p
  from read_json('{root}/logs/*/*.jsonl', format='newline_delimited', maximum_object_size=1048576, columns={{
    head: 'STRUCT(kind VARCHAR, log VARCHAR, replaces VARCHAR[], seq BIGINT)',
    payload: 'STRUCT(traject VARCHAR, datum VARCHAR, reden VARCHAR, aanbieder VARCHAR, moment VARCHAR, informant VARCHAR, score DOUBLE)'}})),
gone as (select distinct split_part(unnest(replaces), '#', 1) id from line where replaces is not null),
live as (select * from line anti join gone using (id)),
opened as (select p.traject traject, p.aanbieder aanbieder from live where kind = 'traject_gestart'),
ended as (select p.traject traject, cast(p.datum as date) datum, p.reden reden from live where kind = 'traject_beeindigd'),
joined as (select aanbieder, traject, year(datum) || 'k' || quarter(datum) kwartaal, reden from opened join ended using (traject)),
goals as (select p.traject traject, count(*) n, count(*) filter (where p.score >= 0) reached from live
          where kind = 'doelscore' and p.moment = 'eind' and p.score is not null group by 1),
marks as (select p.traject traject, p.informant informant, count(*) n, sum(p.score) total from live
          where kind = 'tevredenheid' group by 1, 2)
"""
ENDED = """select aanbieder, kwartaal,
  count(*) filter (where reden in ('03', '04')), count(*) filter (where reden is not null), count(*) filter (where reden is null),
  coalesce(sum(reached), 0), coalesce(sum(n), 0) from joined left join goals using (traject) group by all order by all"""
MARKS = """select aanbieder, kwartaal, informant, sum(total), sum(n) from joined join marks using (traject)
  group by all order by all"""


# The same for facts that were corrected, retracted, contradicted and erased: one of each slot is used, the newest.
USED = """
create table line as
  select head.kind kind, head.log log, head.seq seq, head."at" written, head.log || ':' || head.seq || '#' || chain[1:4] id,
    head.replaces replaces, payload p
  from read_json('{root}/logs/*/*.jsonl', format='newline_delimited', maximum_object_size=1048576, columns={{
    head: 'STRUCT(kind VARCHAR, log VARCHAR, replaces VARCHAR[], seq BIGINT, "at" VARCHAR)', chain: 'VARCHAR',
    payload: 'STRUCT(traject VARCHAR, datum DATE, reden VARCHAR, aanbieder VARCHAR, pseudoniem VARCHAR, doel_nr BIGINT,
      moment VARCHAR, oordeel VARCHAR, informant VARCHAR, score DOUBLE)'}});
create table live as select * from line anti join (select unnest(replaces) id from line) using (id)
  where p is not null and kind in ('traject_gestart', 'traject_beeindigd', 'doelscore', 'tevredenheid', 'aanmelding');
create table used as select * from live qualify row_number() over (
  partition by kind, p.traject, p.doel_nr, p.moment, p.informant, if(kind = 'aanmelding', p.datum, null)
  order by written desc, log desc, seq desc) = 1;
create table started as select p.traject traject, p.aanbieder aanbieder, p.pseudoniem who, p.datum datum
  from used where kind = 'traject_gestart';
create table ended as select e.p.traject traject, e.p.datum datum, e.p.reden reden, aanbieder, who,
    e.p.datum + interval 12 months <= (select max(p.datum) from used where kind like 'traject%') followed
  from used e left join started s on e.p.traject = s.traject where kind = 'traject_beeindigd';
"""
# Of each indicator its numerator and denominator by aanbieder, and by informant where it has one.
INDICATORS = {
    "uitval_smal": "select aanbieder, count(*) filter (where reden = '03'), count(reden) from ended group by 1",
    "uitval_breed": "select aanbieder, count(*) filter (where reden in ('03', '04')), count(reden) from ended group by 1",
    "voortijdig": "select aanbieder, count(*) filter (where reden <> '01'), count(reden) from ended group by 1",
    "doelrealisatie": """select aanbieder, count(*) filter (where coalesce(p.score >= 0, p.oordeel = 'behaald')), count(*)
      from used join ended on p.traject = traject where kind = 'doelscore' and p.moment = 'eind'
        and coalesce(p.oordeel, '') <> 'vervallen' and (p.score is not null or p.oordeel is not null) group by 1""",
    "instroom": "select aanbieder, count(*), count(*) from started group by 1",
    "terugstroom": """select aanbieder, count(*) filter (where exists (
        from started s where s.who = e.who and s.traject <> e.traject and s.datum > e.datum
          and s.datum <= e.datum + interval 12 months)), count(*)
      from ended e where followed and who is not null group by 1""",
}
INDICATORS_OF_ANSWERS = {
    "tevredenheid": """select aanbieder, p.informant, sum(p.score), count(*) from used join ended on p.traject = traject
      where kind = 'tevredenheid' and p.score is not null group by 1, 2""",
    "respons": """select aanbieder, informant, count(*) filter (where (traject, informant) in (
        select (p.traject, p.informant) from used where kind = 'tevredenheid' and p.score is not null)), count(*)
      from ended, (values ('jeugdige'), ('ouder')) who(informant) where reden is not null group by 1, 2""",
}
STOCK = """select aanbieder, count(*), count(*) from started anti join (select * from ended where datum <= '2016-06-30')
  using (traject) where datum <= '2016-06-30' group by 1"""
WAITS = """select aanbieder, quantile_cont(s.datum - a.datum, 0.5), count(*) from started s join (
    select p.traject traject, min(p.datum) datum from used where kind = 'aanmelding' group by 1) a using (traject)
  where s.datum >= a.datum group by 1"""


class Region:
    """Two instances of one workspace with invented facts, which contradict each other."""

    def __init__(self, folder, count, seed):
        self.folder, self.random, self.files = folder, random.Random(seed), 0
        self.at("a", "init", "--workspace", "Proef", "--regio", "zeeland", "--name", "a")
        invite = folder + "/invite.json"
        pathlib.Path(invite).write_text(self.at("a", "invite"))
        self.at("b", "init", "--invite", invite, "--regio", "zeeland", "--name", "b")
        self.at("a", "trust", "add", json.loads(self.at("b", "--format", "json", "status"))["log"])
        self.load("a", [fact for number in range(count) for fact in self.traject(number)])
        # A part of them as b has it, and some that only b has.
        others = [number for number in range(count) if self.random.random() < 0.1] + list(range(count, count + count // 5))
        self.load("b", [fact for number in others for fact in self.traject(number)])
        for sender, receiver in ["ab", "ba"]:
            self.send(sender, receiver)
        # Both correct the same facts before they hear of it, and retract some.
        for name in "ab":
            self.correct(name)
        self.send("b", "a")
        for number in self.random.sample(range(count), 5):
            self.at("a", "erase", "--traject", f"T-{number}", "--ground", "verzoek", "--yes")

    def at(self, name, *words):
        done = subprocess.run([veldlog, "--dir", f"{self.folder}/{name}", *words], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def send(self, sender, receiver):
        self.files += 1
        self.at(sender, "bundle", "create", "--plain", "-o", f"{self.folder}/{self.files}.veld")
        self.at(receiver, "bundle", "apply", f"{self.folder}/{self.files}.veld")

    def load(self, name, facts):
        self.files += 1
        path = f"{self.folder}/{self.files}.jsonl"
        pathlib.Path(path).write_text("".join(json.dumps(fact) + "\n" for fact in facts))
        report = json.loads(self.at(name, "--format", "json", "import", path))
        assert report["rejected"] == 0, report

    def traject(self, number):
        """One traject with all that is known of it; another each time."""
        chance, one = self.random.random, self.random.choice
        name, start = f"T-{number}", datetime.date(2014, 1, 1) + datetime.timedelta(self.random.randrange(1000))

        def fact(kind, **payload):
            return {"kind": kind, "payload": {"traject": name, **payload}}

        who = {"pseudoniem": f"P-{self.random.randrange(number // 2 + 1)}"} if chance() < 0.9 else {}
        if chance() < 0.97:
            yield fact("traject_gestart", aanbieder=f"zee-{self.random.randrange(12):03}", datum=start.isoformat(),
                       regio="zeeland", **who)
        for _ in range(self.random.randrange(3)):
            day = start - datetime.timedelta(self.random.randrange(200))
            yield fact("aanmelding", datum=day.isoformat())
        if chance() < 0.8:
            end = start + datetime.timedelta(self.random.randrange(1, 500))
            reden = {"reden": one(["01", "01", "02", "03", "04", "05"])} if chance() < 0.9 else {}
            yield fact("traject_beeindigd", datum=end.isoformat(), **reden)
        for goal in range(self.random.randrange(4)):
            said = one([{"score": self.random.randrange(-2, 3)}, {"oordeel": one(["behaald", "deels", "niet", "vervallen"])},
                        {"reden_ontbreekt": "nnb"}])
            yield fact("doelscore", doel_nr=goal + 1, moment=one(["eind", "eind", "tussen"]), **said)
        for informant in ["jeugdige", "ouder"]:
            if chance() < 0.5:
                said = {"score": self.random.randrange(2, 21) / 2, "schaal_min": 1, "schaal_max": 10}
                yield fact("tevredenheid", informant=informant, instrument="exit",
                           **(said if chance() < 0.9 else {"reden_ontbreekt": "geweigerd"}))

    def correct(self, name):
        """Other values for some facts that are live here, and some without any."""
        live = {}
        for path in sorted(pathlib.Path(f"{self.folder}/{name}/logs").glob("*/*.jsonl")):
            for text in path.read_text().splitlines():
                line = json.loads(text)
                head = line["head"]
                if "traject" in line.get("payload", {}):
                    live[f"{head['log']}:{head['seq']}#{line['chain'][:4]}"] = (head["kind"], line["payload"])
        references = self.random.sample(sorted(live), len(live) // 10)
        changes = []
        for reference in references[10:]:
            kind, payload = live[reference]
            new = dict(payload, toelichting="nagekeken")
            if kind == "traject_gestart":
                new["aanbieder"] = f"zee-{self.random.randrange(12):03}"
            elif kind == "traject_beeindigd":
                new["reden"] = self.random.choice(["01", "03", "04"])
            elif "score" in payload:
                new["score"] = self.random.randrange(1, 3)
            changes.append({"kind": kind, "payload": new, "replaces": [reference]})
        self.load(name, changes)
        for reference in references[:10]:
            self.at(name, "retract", reference, "--reason", "dubbel")


def check_region():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder + "/state"
        region = Region(folder, arguments.trajecten, arguments.seed)
        database = duckdb.connect()
        database.execute("set threads = 2")
        database.execute(USED.format(root=folder + "/a"))
        (contradicted,) = database.execute("select (select count(*) from live) - (select count(*) from used)").fetchone()
        (erased,) = database.execute("select count(*) from line where p is null").fetchone()
        assert contradicted > 0 and erased > 0, (contradicted, erased)
        compared = 0

        def compare(indicator, question, sql, keys, part="numerator"):
            nonlocal compared
            rows = json.loads(region.at("a", "--format", "json", "query", question))
            ours = {tuple(row[key] for key in keys): row[indicator] for row in rows}
            theirs = {tuple(key or "(onbekend)" for key in row[:-2]): row[-2:] for row in database.execute(sql).fetchall()}
            assert theirs, indicator
            for key in ours.keys() | theirs.keys():
                figure, (number, n) = ours.get(key, {part: 0, "n": 0}), theirs.get(key, (0, 0))
                assert figure["n"] == n and (n == 0 or abs(figure[part] - number) < 1e-6), (indicator, key, figure, number, n)
                compared += 1

        for indicator, sql in INDICATORS.items():
            compare(indicator, f"{indicator} per aanbieder", sql, ["aanbieder"])
        for indicator, sql in INDICATORS_OF_ANSWERS.items():
            compare(indicator, f"{indicator} per aanbieder, informant", sql, ["aanbieder", "informant"])
        compare("stand_eind", "stand_eind per aanbieder waar halfjaar = 2016h1", STOCK, ["aanbieder"])
        compare("wachttijd", "wachttijd per aanbieder", WAITS, ["aanbieder"], part="value")
        print(f"{compared} figures agree over {contradicted} facts that others contradict and {erased} that were erased")


check_region()


def run(*words):
    done = subprocess.run([veldlog, "--dir", root, *words], capture_output=True, text=True)
    if done.returncode not in (0,):
        raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


with tempfile.TemporaryDirectory() as folder:
    root = folder + "/instance"
    subprocess.run([bench, "csv", folder + "/tables", str(arguments.facts)], check=True)
    run("init", "--workspace", "Proef", "--regio", "zeeland", "--name", "proef")
    total = 0
    for kind in ["traject_gestart", "traject_beeindigd", "doelscore", "tevredenheid"]:
        report = json.loads(run("--format", "json", "import", f"{folder}/tables/{kind}.csv", "--kind", kind))
        assert report["rejected"] == 0 and report["recorded"] == report["rows"], report
        total += report["recorded"]
    started = time.time()
    ended = json.loads(run("--format", "json", "query", "uitval_breed, doelrealisatie per aanbieder, kwartaal"))
    marks = json.loads(run("--format", "json", "query", "tevredenheid per aanbieder, kwartaal, informant"))
    ours = time.time() - started
    started = time.time()
    database = duckdb.connect()
    database.execute("set threads = 2")
    theirs_ended = database.execute(SQL.format(root=root) + ENDED).fetchall()
    theirs_marks = database.execute(SQL.format(root=root) + MARKS).fetchall()
    theirs = time.time() - started

    ours_ended = {
        (row["aanbieder"], row["kwartaal"]): (
            row["uitval_breed"]["numerator"], row["uitval_breed"]["n"], row["uitval_breed"]["missing"],
            row["doelrealisatie"]["numerator"], row["doelrealisatie"]["n"])
        for row in ended}
    ours_marks = {
        (row["aanbieder"], row["kwartaal"], row["informant"]): row["tevredenheid"]
        for row in marks if row["tevredenheid"]["n"] > 0}
    assert len(ours_ended) == len(theirs_ended) > 0, (len(ours_ended), len(theirs_ended))
    for provider, quarter, *figures in theirs_ended:
        assert ours_ended[provider, quarter] == tuple(figures), (provider, quarter, figures, ours_ended[provider, quarter])
    assert len(ours_marks) == len(theirs_marks) > 0, (len(ours_marks), len(theirs_marks))
    for provider, quarter, informant, sum_of_marks, count in theirs_marks:
        figure = ours_marks[provider, quarter, informant]
        assert figure["n"] == count and abs(figure["numerator"] - sum_of_marks) < 1e-6, (provider, quarter, figure)
    print(f"{total} facts: {len(theirs_ended)} + {len(theirs_marks)} rows agree; two questions each took "
          f"{ours:.2f} s here, {theirs:.2f} s in DuckDB")
    print("2 passed, 0 failed")
