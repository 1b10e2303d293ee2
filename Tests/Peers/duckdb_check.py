#!/usr/bin/env python3
"""Imports invented tables and compares `veldlog query` with the same question in DuckDB, on the workspace's own logs.

    python3 -m venv .venv && .venv/bin/pip install duckdb
    .venv/bin/python Tests/Peers/duckdb_check.py PROGRAM_FOLDER [--facts 200000]

PROGRAM_FOLDER holds veldlog and veldlog-bench. Exits 1 at the first figure that differs.
"""
import argparse, json, pathlib, subprocess, tempfile, time
import duckdb

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--facts", type=int, default=200_000)
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
    print("1 passed, 0 failed")
