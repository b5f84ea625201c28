"""Typesets a Typst file with the fonts of a folder and nothing else, and says what it cost:
processor seconds, peak memory in KiB, pages. The start of Python itself is not counted."""

import re
import resource
import sys

import typst

source, target, fonts = sys.argv[1:4]


def seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


before = seconds()
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)
cost = seconds() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open(target, "rb") as file:
    counts = re.findall(rb"/Count (\d+)", file.read())
print(f"{cost:.3f} {peak} {max(map(int, counts), default=0)}")
