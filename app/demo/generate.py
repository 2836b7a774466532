#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the demonstration records (FHIR R4 Bundles) beside this file. See README.md.

    python3 generate.py            write the files
    python3 generate.py --check    check the files on disk: JSON, references, ids, codes, dates, up to date
"""

import base64
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True

from story import asante, lindholm, marchetti
from story.builder import when
from story.codes import SYSTEMS

HERE = pathlib.Path(__file__).resolve().parent
MADE = "2026-11-16 18:00"
LAST_DAY = "2026-11-21"
DATE_KEYS = re.compile(r'"(?:\w*[dD]ate(?:Time)?|start|end|issued|recorded|started|authoredOn|creation|dateAsserted)":\s*"([^"]*)"')
DATE_FORM = re.compile(r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?)?)?$")
LIMIT = 1_500_000


def bundle(record):
    """All of one source's resources of one patient."""
    entries = [{"fullUrl": f"{record.source.base}/{r['resourceType']}/{r['id']}", "resource": r}
               for r in record.all_resources()]
    head = {"resourceType": "Bundle", "id": f"{record.slug}-{record.source.slug}", "type": record.bundle_type,
            "timestamp": when(MADE)}
    if record.bundle_type == "searchset":
        own = [e for e in entries if e["resource"]["resourceType"] not in ("Organization", "Practitioner")]
        head["total"] = len(own)
        for entry in entries:
            entry["search"] = {"mode": "match" if entry in own else "include"}
    return head, entries


def text_of(head, entries):
    """One resource a line: small, and a change to one fact is one line of a diff."""
    body = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    lines = [json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries]
    return body + ',\n "entry": [\n' + ",\n".join(lines) + "\n ]\n}\n"


def outputs():
    """Path below this folder -> content of the file."""
    files = {}
    for life in (lindholm, marchetti, asante):
        for record in life.build():
            files[f"{record.source.slug}/{record.slug}.json"] = text_of(*bundle(record))
        for name, source, head, entries in getattr(life, "documents", lambda: [])():
            files[f"{source}/{name}.json"] = text_of(head, entries)
    return files


def references(value):
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "reference" and isinstance(item, str):
                yield item
            elif key == "url" and isinstance(item, str) and item.startswith("Binary/"):
                yield item
            else:
                yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def codings(value):
    if isinstance(value, dict):
        if "system" in value and "code" in value:
            yield value["system"], value["code"]
        for item in value.values():
            yield from codings(item)
    elif isinstance(value, list):
        for item in value:
            yield from codings(item)


def verhoeff_ok(number):
    """SNOMED CT identifiers end in a Verhoeff check digit."""
    d = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
         [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
         [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
         [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
    p = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]]
    for i in range(2, 8):
        p.append([p[i - 1][p[1][j]] for j in range(10)])
    check = 0
    for i, digit in enumerate(reversed(number)):
        check = d[check][p[i % 8][int(digit)]]
    return check == 0


def loinc_ok(code):
    """LOINC numbers end in a Luhn (mod 10) check digit."""
    match = re.fullmatch(r"(\d{1,7})-(\d)", code)
    if not match:
        return False
    total = 0
    for i, digit in enumerate(reversed(match.group(1))):
        value = int(digit) * (2 if i % 2 == 0 else 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(match.group(2))


def code_problem(system, code):
    if system == SYSTEMS["sct"] and not (code.isdigit() and verhoeff_ok(code)):
        return "not a SNOMED CT identifier"
    if system == SYSTEMS["loinc"] and not loinc_ok(code):
        return "not a LOINC number"
    if system in (SYSTEMS["rx"], SYSTEMS["cvx"]) and not code.isdigit():
        return "not a number"
    return None


def check_entry(entry, seen, known, problems, where):
    url, resource = entry["fullUrl"], entry["resource"]
    if not url.endswith(f"/{resource['resourceType']}/{resource['id']}"):
        problems.append(f"{where}: fullUrl and id differ: {url}")
    if not re.fullmatch(r"[A-Za-z0-9.-]{1,64}", resource["id"]):
        problems.append(f"{where}: id {resource['id']}")
    # People and organizations (and a document's copies) may stand in several files, with the same content.
    if seen.setdefault(url, resource) != resource:
        problems.append(f"{where}: two different contents for {url}")
    base = url.rsplit("/", 2)[0]
    inside = {f"#{item['id']}" for item in resource.get("contained", [])}
    for ref in references(resource):
        if ref in inside:
            continue
        if (ref if "://" in ref else f"{base}/{ref}") not in known:
            problems.append(f"{where}: {url}: unresolved {ref}")
    for system, code in codings(resource):
        if code_problem(system, code):
            problems.append(f"{where}: {url}: {code} {code_problem(system, code)}")
    for date in DATE_KEYS.findall(json.dumps(resource)):
        if not DATE_FORM.match(date):
            problems.append(f"{where}: {url}: date {date}")
    check_dates_past(resource, where, problems)


def check_dates_past(resource, where, problems):
    for key in ("effectiveDateTime", "onsetDateTime", "recordedDate", "occurrenceDateTime", "started", "issued", "date"):
        if isinstance(resource.get(key), str) and resource[key][:10] > LAST_DAY:
            problems.append(f"{where}: {resource['id']}: {key} in the future")
    data = resource.get("data")
    if data is not None:
        base64.b64decode(data, validate=True)


def check():
    problems, files, seen = [], {}, {}
    for path in sorted(HERE.glob("*/*.json")):
        name = f"{path.parent.name}/{path.name}"
        files[name] = path.read_text(encoding="utf-8")
    bundles = {name: json.loads(text) for name, text in files.items()}
    known = {entry["fullUrl"] for item in bundles.values() for entry in item["entry"]}
    for name, item in bundles.items():
        urls = [entry["fullUrl"] for entry in item["entry"]]
        if len(urls) != len(set(urls)):
            problems.append(f"{name}: a fullUrl twice")
        if item["type"] == "document" and item["entry"][0]["resource"]["resourceType"] != "Composition":
            problems.append(f"{name}: a document starts with its Composition")
        for entry in item["entry"]:
            check_entry(entry, seen, known, problems, name)
    if files != outputs():
        problems.append("the files differ from what this program writes; run it again")
    size = sum(len(text.encode()) for text in files.values())
    if size > LIMIT:
        problems.append(f"{size} bytes, more than {LIMIT}")
    for name, item in bundles.items():
        kinds = {}
        for entry in item["entry"]:
            kind = entry["resource"]["resourceType"]
            kinds[kind] = kinds.get(kind, 0) + 1
        print(f"{name}: {len(item['entry'])} resources, {len(files[name].encode()) // 1024} KiB",
              ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    print(f"total {size // 1024} KiB")
    for problem in problems:
        print("PROBLEM", problem)
    return 1 if problems else 0


def main():
    if sys.argv[1:] == ["--check"]:
        return check()
    if sys.argv[1:]:
        print(__doc__)
        return 2
    for name, text in outputs().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(name, len(text.encode()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
