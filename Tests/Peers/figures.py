#!/usr/bin/env python3
"""Measures questions over many logs beside reading the same files, and beside DuckDB where that is installed.

    Tests/Peers/figures.py PROGRAM_FOLDER [--facts 1000000] [--runs 7] [--keep FOLDER]

PROGRAM_FOLDER holds veldlog and veldlog-bench in a release build. Prints a table for the README: the median of the runs,
the ratio to what it is held against, and the most memory. The same question is answered each time: three indicators per
aanbieder and quarter. DuckDB is measured when `pip install duckdb` made it there for this Python.
"""
import argparse, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--facts", type=int, default=1_000_000)
parser.add_argument("--runs", type=int, default=7)
parser.add_argument("--keep", type=pathlib.Path, help="a folder that holds the facts, or is to hold them")
arguments = parser.parse_args()
veldlog = str((arguments.programs / "veldlog").resolve())
bench = str((arguments.programs / "veldlog-bench").resolve())
QUESTION = "uitval_breed, doelrealisatie, tevredenheid per aanbieder, kwartaal"
WHY = "uitval_breed waar aanbieder = aan-100 en kwartaal = 2016k2"
DUCKDB = """
import duckdb, sys
db = duckdb.connect(); db.execute("set threads=2")
db.execute(f'''with line as (select head.kind kind, head.log || ':' || head.seq id, head.replaces replaces, payload p
  from read_json('{sys.argv[1]}/logs/*/*.jsonl', format='newline_delimited', maximum_object_size=1048576, columns={{
    head: 'STRUCT(kind VARCHAR, log VARCHAR, replaces VARCHAR[], seq BIGINT)',
    payload: 'STRUCT(traject VARCHAR, datum VARCHAR, reden VARCHAR, aanbieder VARCHAR, doel_nr INTEGER, moment VARCHAR,
      informant VARCHAR, score VARCHAR)'}})),
gone as (select distinct split_part(unnest(replaces), '#', 1) id from line where replaces is not null),
live as (select * from line anti join gone using (id)),
opened as (select p.traject traject, p.aanbieder aanbieder from live where kind = 'traject_gestart'),
ended as (select p.traject traject, cast(p.datum as date) einde, p.reden reden from live where kind = 'traject_beeindigd'),
goals as (select p.traject traject, count(*) n, count(*) filter (where cast(p.score as double) >= 0) reached
  from live where kind = 'doelscore' and p.moment = 'eind' and try_cast(p.score as double) is not null group by 1),
marks as (select p.traject traject, count(*) n, sum(cast(p.score as double)) total from live
  where kind = 'tevredenheid' group by 1)
select aanbieder, year(einde) || 'k' || quarter(einde), count(*), count(*) filter (where reden between '01' and '05'),
  count(*) filter (where reden in ('03', '04')), sum(goals.n), sum(reached), sum(marks.n), sum(total)
from opened join ended using (traject) left join goals using (traject) left join marks using (traject)
group by 1, 2 order by 1, 2''').fetchall()
"""


def run(words):
    """Seconds and peak memory in MB of one run."""
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status != 0:
        raise SystemExit(f"{words}: {status}")
    return seconds, usage.ru_maxrss / 1000


def measured(words, before=None):
    results = []
    for _ in range(arguments.runs):
        if before:
            before()
        results.append(run(words))
    return statistics.median(seconds for seconds, _ in results), max(memory for _, memory in results)


def forget(workspace):
    shutil.rmtree(workspace + "/cache", ignore_errors=True)


with tempfile.TemporaryDirectory() as folder:
    workspace = str(arguments.keep.resolve()) if arguments.keep else folder + "/w"
    if not os.path.isdir(workspace + "/logs"):
        subprocess.run([bench, "logs", workspace, str(arguments.facts)], check=True, stdout=subprocess.DEVNULL)
    query = [veldlog, "--dir", workspace, "--format", "json", "query", QUESTION]
    reading = measured(["sh", "-c", f"cat {workspace}/logs/*/*.jsonl | wc -l"])
    cold = measured(query, lambda: forget(workspace))
    run(query)
    warm = measured(query)
    number = 0

    def record():
        global number
        number += 1
        name = f"figures-{os.getpid()}-{number}"
        run([veldlog, "--dir", workspace, "record", "traject_gestart", f"traject={name}", "aanbieder=aan-100",
             "regio=zeeland", "datum=2016-05-02"])

    # Without a look in between, so that the new facts are still to be added each time.
    record()
    more = measured(query)
    why = measured([veldlog, "--dir", workspace, "why", WHY])
    rows = [("cold", cold, None, None), ("warm", warm, reading, "cat and wc"), ("one fact more", more, warm, "warm"),
            ("why, warm", why, warm, "warm")]
    try:
        import duckdb
    except ImportError:
        print("duckdb is not installed for this Python: pip install duckdb", file=sys.stderr)
    else:
        peer = measured([sys.executable, "-c", DUCKDB, workspace])
        rows[0] = ("cold", cold, peer, f"DuckDB {duckdb.__version__}")
        rows.append((f"DuckDB {duckdb.__version__}", peer, None, None))
    rows.append(("cat and wc", reading, None, None))
    print("| work | seconds | MB | ratio |\n| --- | --- | --- | --- |")
    for name, (seconds, memory), other, of in rows:
        ratio = f"{seconds / other[0]:.2f} of {of}" if other else "–"
        print(f"| {name} | {seconds:.3f} | {memory:.0f} | {ratio} |")
