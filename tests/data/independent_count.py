#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the FHIR records of a folder with Python's own parsers, by the rules Chartline documents and without any of its code.

usage: independent_count.py FOLDER

Prints one JSON object: {"files": {PATH: {"refused": REASON or null, "records": {TYPE: COUNT}, "refusedRecords": N}}}. PATH is relative
to the folder. The rules:

- UTF-8 only, with or without a byte order mark; JSON as of RFC 8259; XML without a document type.
- No object has a key twice; JSON is at most 64 deep and XML 128, counted within one resource.
- A file is one resource, a Bundle (one record an entry, Bundles in Bundles unpacked, a Bundle without entries one record), or
  NDJSON (one record a line; known by the file's name or by a first line that is a whole resource with more behind it).
- A resource has a resourceType. An entry without a resource is a record "Bundle.entry", or a deletion of Type/id.
- What is wrong within an entry or a line refuses that entry or line; anything else the whole file.
- The same bytes met again are counted again; what was refused in them is not told again.
"""
import hashlib
import json
import os
import re
import sys
import xml.parsers.expat as expat

FHIR = "http://hl7.org/fhir"
JSON_DEPTH = 64
XML_DEPTH = 128
MEMBERS = 1000
NESTING = 8


class Refused(Exception):
    pass


class Pairs(dict):
    """An object that remembers what a dict forgets."""

    twice = False
    many = False


def pairs_hook(pairs):
    result = Pairs(pairs)
    result.twice = len(result) != len(pairs)
    result.many = len(pairs) > MEMBERS
    return result


def no_constant(name):
    raise Refused("not-well-formed")


LONE = re.compile("[\ud800-\udfff]")


def parse_json(text):
    try:
        value = json.loads(text, object_pairs_hook=pairs_hook, parse_constant=no_constant, parse_int=str, parse_float=str)
    except ValueError:
        raise Refused("not-well-formed")
    except RecursionError:
        raise Refused("too-deep")
    return value


def check_value(value, depth, limit):
    """Everything below one resource or entry."""
    if isinstance(value, Pairs):
        if depth > limit:
            raise Refused("too-deep")
        if value.twice:
            raise Refused("duplicate-key")
        if value.many:
            raise Refused("too-many-members")
        for key, item in value.items():
            if LONE.search(key):
                raise Refused("not-well-formed")
            check_value(item, depth + 1, limit)
    elif isinstance(value, list):
        if depth > limit:
            raise Refused("too-deep")
        for item in value:
            check_value(item, depth + 1, limit)
    elif isinstance(value, str) and LONE.search(value):
        raise Refused("not-well-formed")


def type_of(resource):
    name = resource.get("resourceType")
    return name if isinstance(name, str) and re.fullmatch("[A-Za-z0-9]{1,64}", name) else None


class Count:
    def __init__(self):
        self.records = {}
        self.refused = 0

    def add(self, name):
        self.records[name] = self.records.get(name, 0) + 1

    def merge(self, other):
        for name, number in other.records.items():
            self.records[name] = self.records.get(name, 0) + number
        self.refused += other.refused


def deletion(request_method, url):
    if request_method != "DELETE" or not url:
        return None
    url = re.split("[?#]", url)[0].split("/_history")[0]
    found = re.search("(?:^|/)([A-Z][A-Za-z]{2,63})/([^/]+)$", url)
    return found.group(1) if found else None


def json_entry(entry, count, nesting):
    if not isinstance(entry, Pairs):
        raise Refused("entry-is-no-object")
    resource = entry.get("resource")
    if isinstance(resource, Pairs) and resource.get("resourceType") == "Bundle" and isinstance(resource.get("entry"), list) and resource["entry"]:
        if nesting >= NESTING:
            raise Refused("too-deep")
        check_value(Pairs((k, v) for k, v in entry.items() if k != "resource"), 1, JSON_DEPTH + 1)
        if entry.twice:
            raise Refused("duplicate-key")
        count.merge(json_bundle(resource, nesting + 1))
        return
    check_value(entry, 1, JSON_DEPTH + 1)
    if isinstance(resource, Pairs):
        name = type_of(resource)
        if not name:
            raise Refused("no-resource-type")
        count.add(name)
        return
    request = entry.get("request") if isinstance(entry.get("request"), Pairs) else {}
    count.add(deletion(request.get("method"), request.get("url")) or "Bundle.entry")


def json_bundle(root, nesting):
    shell = Pairs((k, v) for k, v in root.items() if k != "entry")
    shell.twice = root.twice
    check_value(shell, 1, JSON_DEPTH)
    count = Count()
    for entry in root["entry"]:
        try:
            json_entry(entry, count, nesting)
        except Refused:
            count.refused += 1
    return count


def json_document(root):
    if not isinstance(root, Pairs):
        raise Refused("no-object")
    if root.get("resourceType") == "Bundle" and isinstance(root.get("entry"), list) and root["entry"]:
        return json_bundle(root, 0)
    check_value(root, 1, JSON_DEPTH)
    name = type_of(root)
    if not name:
        raise Refused("no-resource-type")
    count = Count()
    count.add(name)
    return count


def is_ndjson(name, text):
    if name.lower().endswith((".ndjson", ".jsonl")):
        return True
    line, newline, rest = text.lstrip(" \t\r\n").partition("\n")
    if not newline or not rest.strip(" \t\r\n") or '"resourceType"' not in line:
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def ndjson(text):
    count = Count()
    for line in text.split("\n"):
        line = line.strip(" \t\r\n")
        if not line:
            continue
        try:
            count.merge(json_document(parse_json(line)))
        except Refused:
            count.refused += 1
    if not count.records and not count.refused:
        raise Refused("empty")
    return count


class Element:
    def __init__(self, name, attributes):
        self.uri, _, self.name = name.rpartition(" ")
        self.attributes = attributes
        self.children = []

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)

    def child(self, name):
        return next((c for c in self.children if c.name == name and c.uri == FHIR), None)

    def value(self, name):
        child = self.child(name)
        return child.attributes.get("value") if child else None


def parse_xml(data):
    parser = expat.ParserCreate(namespace_separator=" ")
    stack = []
    root = []

    def start(name, attributes):
        element = Element(name, attributes)
        (stack[-1].children if stack else root).append(element)
        stack.append(element)

    def doctype(*_):
        raise Refused("doctype")

    def declaration(version, encoding, standalone):
        if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            raise Refused("encoding")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("encoding")
        raise Refused("not-well-formed")
    return root[0]


def xml_resource(element, limit=XML_DEPTH):
    if element.uri != FHIR or not element.name[:1].isupper():
        raise Refused("not-fhir")
    if element.depth() > limit:
        raise Refused("too-deep")
    return element.name


def xml_entry(entry, count, nesting):
    holders = [c for c in entry.children if c.name == "resource" and c.uri == FHIR]
    resources = [r for holder in holders for r in holder.children]
    if len(resources) > 1:
        raise Refused("two-resources")
    if resources:
        resource = resources[0]
        if resource.name == "Bundle" and resource.uri == FHIR and any(c.name == "entry" for c in resource.children):
            if nesting >= NESTING:
                raise Refused("too-deep")
            count.merge(xml_bundle(resource, nesting + 1))
        else:
            count.add(xml_resource(resource))
        return
    if entry.depth() > XML_DEPTH + 2:
        raise Refused("too-deep")
    request = entry.child("request")
    count.add((request and deletion(request.value("method"), request.value("url"))) or "Bundle.entry")


def xml_bundle(root, nesting):
    count = Count()
    for child in root.children:
        if child.name != "entry" or child.uri != FHIR:
            continue
        try:
            xml_entry(child, count, nesting)
        except Refused:
            count.refused += 1
    return count


def xml_document(data):
    root = parse_xml(data)
    if root.uri != FHIR or not root.name[:1].isupper():
        raise Refused("not-fhir")
    if root.name == "Bundle" and any(c.name == "entry" and c.uri == FHIR for c in root.children):
        return xml_bundle(root, 0)
    count = Count()
    count.add(xml_resource(root))
    return count


def count_file(name, data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        raise Refused("encoding")
    if data.startswith(b"\xef\xbb\xbf"):
        body = data[3:]
    else:
        body = data
    if not body.strip(b" \t\r\n"):
        raise Refused("empty")
    if body.lstrip(b" \t\r\n").startswith(b"<"):
        return xml_document(data)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("encoding")
    if is_ndjson(name, text):
        return ndjson(text)
    return json_document(parse_json(text))


def main(folder):
    files = {}
    seen = set()
    sys.setrecursionlimit(20000)
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(base, name)
            with open(path, "rb") as stream:
                data = stream.read()
            digest = hashlib.sha256(data).digest()
            result = {"refused": None, "records": {}, "refusedRecords": 0}
            try:
                count = count_file(name, data)
                result["records"] = count.records
                result["refusedRecords"] = 0 if digest in seen else count.refused
                if count.records:
                    seen.add(digest)
            except Refused as refusal:
                result["refused"] = str(refusal)
            files[os.path.relpath(path, folder)] = result
    json.dump({"files": files}, sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main(sys.argv[1])
