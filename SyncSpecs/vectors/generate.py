#!/usr/bin/env python3
"""Writes the vectors beside it: python3 SyncSpecs/vectors/generate.py

Needs Python and `zstd`. Fixed seeds, salts and times: the same files at every run, but for the packed bytes of
bundles, which follow the version of `zstd`.
"""

import json
from pathlib import Path

import writer
import cases_attachments
import cases_bundle
import cases_delta
import cases_erasure
import cases_folder
import cases_fork
import cases_frontier
import cases_line
import cases_log
import cases_state
from check import agrees, run_file

FOLDER = Path(__file__).resolve().parent


def write(name, about, cases, **more):
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), [n for n in names if names.count(n) > 1]
    document = {"page": about, "format": 1} | more | {"cases": cases}
    for case, found in run_file(document):
        if case.get("accept") and "findings" not in case.get("expect", {}) and "refuse" not in found:
            case["expect"] = found | case.get("expect", {})
        assert agrees(found, case["expect"]), (case["name"], found, case["expect"])
    text = json.dumps(document, ensure_ascii=False, indent=1)
    # A lone line separator would end a line for some editors and no line for others.
    text = text.replace("\u2028", "\\u2028").replace("\x7f", "\\u007f")
    (FOLDER / name).write_text(text + "\n", encoding="utf-8")
    refused = sum(not case["accept"] for case in cases)
    print(f"{name}: {len(cases)} cases, {refused} not accepted")


def fresh(cases):
    """The cases of one file, whose times count from the same start at every run."""
    writer.Writer.clock = 0
    return cases()


if __name__ == "__main__":
    write("line.json", "line.md", fresh(cases_line.cases))
    write("log.json", "log.md", fresh(cases_log.cases))
    write("state.json", "state.md", fresh(cases_state.cases), slots=cases_state.SLOTS)
    write("bundle.json", "bundle.md", fresh(cases_bundle.cases), **cases_bundle.tables())
    write("fork.json", "state.md", fresh(cases_fork.cases), slots=cases_state.SLOTS)
    write("erasure.json", "erasure.md", fresh(cases_erasure.cases), slots=cases_state.SLOTS)
    write("delta.json", "bundle.md", fresh(cases_delta.cases))
    write("attachments.json", "attachments.md", fresh(cases_attachments.cases))
    write("folder.json", "folder.md", fresh(cases_folder.cases))
    write("frontier.json", "bundle.md", fresh(lambda: list(cases_frontier.cases())))
