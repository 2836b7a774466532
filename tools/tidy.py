#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over the product's sources: tidy.py REPOSITORY BUILD JOBS [FILE…]

Most of clang-tidy's time goes into the library headers, which it reads again for each source. Sources of one target are
therefore read together, as many as compile together (two may each have a helper of the same name); what does not
compile together is halved. A source alone is read as it is.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

MOST = 14  # sources read together


def flags_of(entry):
    """The compiler's arguments without the input, the output and the dependency file."""
    words = shlex.split(entry["command"])
    kept, skip = [], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-c", "-MF", "-MT"):
            skip = True
        elif word != "-MD":
            kept.append(word)
    return kept


class Tidy:
    def __init__(self, repository, build):
        self.repository = repository
        self.folder = os.path.join(build, "tidy")
        os.makedirs(self.folder, exist_ok=True)

    def together(self, name, files):
        if len(files) == 1:
            return files[0]
        path = os.path.join(self.folder, name + ".cpp")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(f'#include "{file}"\n' for file in files)
        return path

    def compiles(self, path, flags):
        return subprocess.run(["clang++", *flags, "-fsyntax-only", "-w", path], capture_output=True).returncode == 0

    def check(self, name, files, flags):
        """The findings, as text; None where there are none."""
        path = self.together(name, files)
        if len(files) > 1 and not self.compiles(path, flags):
            half = len(files) // 2
            parts = [self.check(name + "a", files[:half], flags), self.check(name + "b", files[half:], flags)]
            return "".join(part for part in parts if part) or None
        command = ["clang-tidy", "--quiet", "--warnings-as-errors=*", "--checks=-bugprone-suspicious-include",
                   "--config-file=" + self.repository + "/.clang-tidy",
                   r"--header-filter=/(app|connectors|imaging|models|ui)/.*\.(h|cpp)$", path, "--", *flags]
        result = subprocess.run(command, capture_output=True, text=True)
        return result.stdout + result.stderr if result.returncode else None


def main():
    repository, build, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    wanted = {os.path.join(repository, file) for file in sys.argv[4:]}
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as commands:
        entries = [entry for entry in json.load(commands) if entry["file"] in wanted]
    groups = {}
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        target = re.search(r"CMakeFiles/([^/]+)\.dir/", entry["command"]).group(1)
        groups.setdefault(target, (flags_of(entry), []))[1].append(entry["file"])
    tidy = Tidy(repository, build)
    work = []
    for target, (flags, files) in groups.items():
        for at in range(0, len(files), MOST):
            work.append((f"{target}-{at}", files[at:at + MOST], flags))
    found = False
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        futures = {pool.submit(tidy.check, *item): item for item in work}
        for done, future in enumerate(concurrent.futures.as_completed(futures), 1):
            text = future.result()
            print(f"[{done}/{len(work)}] {futures[future][0]}: {'clean' if text is None else 'findings'}", flush=True)
            if text is not None:
                found = True
                print(text, flush=True)
    sys.exit(1 if found else 0)


main()
