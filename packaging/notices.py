#!/usr/bin/env python3
"""Writes the licences of all that is built into the program: packaging/notices.py TARGET FILE

Each library with its version and licence, then each licence text once, with the libraries it came with.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

target, file = sys.argv[1:]
root = Path(__file__).resolve().parent.parent


def cargo(*words):
    return subprocess.run(["cargo", *words, "--locked"], cwd=root, check=True, capture_output=True, text=True).stdout


tree = cargo("tree", "--edges", "normal", "--target", target, "--prefix", "none", "--format", "{p}")
built_in = sorted({tuple(line.split()[:2]) for line in tree.splitlines() if line} - {("touchstone",)})
metadata = json.loads(cargo("metadata", "--format-version", "1"))
known = {(package["name"], "v" + package["version"]): package for package in metadata["packages"]}

texts, lines = {}, []
for name in built_in:
    package = known[name]
    if package["source"] is None:
        continue
    lines.append(f"{name[0]} {name[1][1:]}: {package['license'] or 'see its text'}")
    folder = Path(package["manifest_path"]).parent
    for path in sorted(folder.iterdir()):
        if re.match(r"(?i)(licen[sc]e|copying|notice|unlicense|ofl)", path.name) and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace").strip()
            texts.setdefault(re.sub(r"\s+", " ", text), (text, []))[1].append(f"{name[0]} {name[1][1:]}")

with open(file, "w", encoding="utf-8", newline="\n") as out:
    out.write("Libraries that are part of Touchstone, and their licences\n\n")
    out.write("\n".join(lines) + "\n")
    for text, users in texts.values():
        out.write(f"\n{'=' * 80}\n{', '.join(users)}\n{'-' * 80}\n{text}\n")
