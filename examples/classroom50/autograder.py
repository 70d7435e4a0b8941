#!/usr/bin/env python3
"""Dockerize Coach as an autograder of Classroom 50.

Put this file and grader.cjs (the one in .dockerize-coach of a started challenge) into CLASSROOM/autograders/ASSIGNMENT/ of
the classroom's repository. The runner needs Node 20 and Docker, as GitHub's own have them.

The runner starts this in the student's checkout, says in variables whose work it is, and reads result.json and
release-body.md. An exit code other than 0 means that the work could not be graded, and is shown as such: a fault of the
machine costs nobody points. https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
"""

import pathlib
import subprocess
import sys

GRADER = pathlib.Path(__file__).resolve().parent / "grader.cjs"
COULD_BE_GRADED = (0, 1)  # all points, or some

code = subprocess.run(
    ["node", GRADER, "grade", ".", "--untrusted"]
    + ["--output", "classroom=result.json", "--output", "markdown=release-body.md"],
    check=False,
).returncode
sys.exit(0 if code in COULD_BE_GRADED else code)
