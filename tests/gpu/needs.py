"""Fails if flowblend-gpu-check needs more than LibTorch, the libraries next to it, and what every Linux has: the machine with
the GPU has nothing else. needs.py PROGRAM"""
import os
import pathlib
import re
import subprocess
import sys

EVERYWHERE = re.compile(r"lib(torch_cpu|c10|stdc\+\+|m|gcc_s|c|dl|pthread|rt)\.so|ld-linux")

program = pathlib.Path(sys.argv[1])
text = subprocess.run(["readelf", "-d", program], check=True, capture_output=True, text=True,
                      env=dict(os.environ, LC_ALL="C")).stdout
needed = re.findall(r"\(NEEDED\).*\[(.+)\]", text)
missing = [name for name in needed if not EVERYWHERE.match(name) and not (program.parent / name).exists()]
if not needed or missing:
    sys.exit(f"{program.name} needs {missing or 'nothing, says readelf'}")
print(f"{program.name} needs {needed}")
