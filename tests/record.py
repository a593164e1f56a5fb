"""Records what CPython 3.13 prints for the test programs and the examples.

Run it from the root of the repository with CPython 3.13.0:

    python3.13 tests/record.py                 # everything
    python3.13 tests/record.py tests/language/generators
    python3.13 tests/record.py --check         # records nothing, reports what differs

Beside each program `name.py` of tests/language stands its recording `name.expected`, in three
parts: the exit status, standard output, and standard error. A folder `name` beside a program
holds modules it imports. The transcripts of the examples, which the book includes, go to
book/src/transcripts; there both streams are one, as on a terminal. tests/failing/cases.txt holds
many short programs that fail; below each one stands its exit status and the last line it prints.
tests/asyncio_names/names.expected lists what asyncio has.

Two things are taken out of a recording because they say where CPython is installed, not what the
program does: the path of the repository in tracebacks, and the frames of CPython's own library
together with their source lines. Addresses in the default repr of an object become 0x….
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIBRARY_FRAME = re.compile(r'^([ |]*)File "[^"]*lib/python3\.13/[^"]*", line \d+, in ')
HASH_SEEDS = ("0", "1234")


def normalise(text):
    """Takes paths of this machine, frames of the library, and addresses out of `text`."""
    kept = []
    dropping = None
    for line in text.replace(f"{ROOT}/", "").splitlines(keepends=True):
        if dropping is not None and line.startswith(dropping + "  "):
            continue
        frame = LIBRARY_FRAME.match(line)
        dropping = frame.group(1) if frame else None
        if not frame:
            kept.append(line)
    return re.sub(r"0x[0-9a-f]{6,}", "0x…", "".join(kept))


def run(program, hash_seed, merged=False):
    """The exit status, standard output and standard error of `program` under this Python."""
    done = subprocess.run(
        [sys.executable, *(["-u"] if merged else []), str(program.relative_to(ROOT))],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if merged else subprocess.PIPE,
        encoding="utf-8",
        env={"PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        timeout=60,
    )
    return done.returncode, normalise(done.stdout), normalise(done.stderr or "")


def section(name, text):
    """One part of a recording; a marker says when the text does not end its last line."""
    if text and not text.endswith("\n"):
        text += "\n[no newline at the end]\n"
    return f"--- {name}\n{text}"


def language_recording(program):
    runs = {run(program, seed) for seed in HASH_SEEDS}
    if len(runs) > 1:
        raise SystemExit(f"{program.relative_to(ROOT)} is not deterministic: {runs}")
    status, stdout, stderr = runs.pop()
    text = f"--- exit status\n{status}\n{section('stdout', stdout)}{section('stderr', stderr)}"
    return program.with_suffix(".expected"), text


def example_transcript(program):
    runs = {run(program, seed, merged=True) for seed in HASH_SEEDS}
    if len(runs) > 1:
        raise SystemExit(f"{program.relative_to(ROOT)} is not deterministic: {runs}")
    _, output, _ = runs.pop()
    path = program.relative_to(ROOT / "examples").with_suffix(".txt")
    return ROOT / "book" / "src" / "transcripts" / path, output


def failing_cases():
    """tests/failing/cases.txt with CPython's exit status and final line below each case."""
    path = ROOT / "tests" / "failing" / "cases.txt"
    cases = re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]

    def record(case):
        title, _, rest = case.partition("\n")
        code = re.sub(r"^==> .*\n", "", rest, flags=re.MULTILINE)
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env={"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            timeout=60,
        )
        final = normalise(done.stderr).rstrip("\n").rpartition("\n")[2]
        return f"### {title}\n{code}==> {done.returncode} {final}\n"

    with ThreadPoolExecutor(max_workers=4) as pool:
        return path, "".join(pool.map(record, cases))


def main(arguments):
    check = "--check" in arguments
    chosen = [(ROOT / argument).resolve() for argument in arguments if argument != "--check"]

    def wanted(program):
        return not chosen or any(program.is_relative_to(path) for path in chosen)

    language = ROOT / "tests" / "language"
    names = ROOT / "tests" / "asyncio_names" / "names.py"
    work = [
        (language_recording, program)
        for program in [*sorted(language.glob("*/*.py")), names]
        if wanted(program)
    ]
    work += [
        (example_transcript, program)
        for program in sorted((ROOT / "examples").glob("*/*.py"))
        if wanted(program)
    ]
    if not chosen:
        work.append((lambda _: failing_cases(), None))
    changed = 0
    with ThreadPoolExecutor(max_workers=4) as pool:
        for path, text in pool.map(lambda job: job[0](job[1]), work):
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            changed += 1
            print("differs:" if check else "recorded:", path.relative_to(ROOT))
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    print(f"{len(work)} recordings, {changed} changed")
    return 1 if check and changed else 0


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 13):
        raise SystemExit("the recordings are CPython 3.13's: run this with CPython 3.13")
    sys.exit(main(sys.argv[1:]))
