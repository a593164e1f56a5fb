"""Prints the page book/src/asyncio_names.md, run by Ouro from the root of the repository.

Every name that CPython 3.13 has (names.expected) must exist. It "works" if one of the programs of
tests/language, whose output is compared with CPython's, uses it; it "needs I/O" if a call of it
raises the error that says so. A name that is neither ends this program with a message.
"""

import asyncio
import pathlib
import re
import sys
import warnings

from names import GROUPS



class Transport(asyncio.Transport):
    """Takes what a writer asks of a transport that is open."""

    def is_closing(self):
        return True


def stream_writer():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    return asyncio.StreamWriter(Transport(), protocol, reader, loop)


def watch_child(kind):
    return lambda: kind().add_child_handler(1, print)


# Calls that need sockets, pipes, processes or signals.
IO_CALLS = {
    "asyncio": {
        "FastChildWatcher": watch_child(asyncio.FastChildWatcher),
        "MultiLoopChildWatcher": watch_child(asyncio.MultiLoopChildWatcher),
        "PidfdChildWatcher": watch_child(asyncio.PidfdChildWatcher),
        "SafeChildWatcher": watch_child(asyncio.SafeChildWatcher),
        "Server": lambda: asyncio.Server(None, [], None, None, 1, None),
        "ThreadedChildWatcher": watch_child(asyncio.ThreadedChildWatcher),
        "create_subprocess_exec": lambda: asyncio.create_subprocess_exec("true"),
        "create_subprocess_shell": lambda: asyncio.create_subprocess_shell("true"),
        "open_connection": lambda: asyncio.open_connection("localhost", 80),
        "open_unix_connection": lambda: asyncio.open_unix_connection("socket"),
        "start_server": lambda: asyncio.start_server(None, "localhost", 80),
        "start_unix_server": lambda: asyncio.start_unix_server(None, "socket"),
    },
    "loop": {
        "add_reader": lambda loop: loop.add_reader(0, print),
        "add_signal_handler": lambda loop: loop.add_signal_handler(2, print),
        "add_writer": lambda loop: loop.add_writer(1, print),
        "connect_accepted_socket": lambda loop: loop.connect_accepted_socket(None, None),
        "connect_read_pipe": lambda loop: loop.connect_read_pipe(None, None),
        "connect_write_pipe": lambda loop: loop.connect_write_pipe(None, None),
        "create_connection": lambda loop: loop.create_connection(None, "localhost", 80),
        "create_datagram_endpoint": lambda loop: loop.create_datagram_endpoint(None),
        "create_server": lambda loop: loop.create_server(None, "localhost", 80),
        "create_unix_connection": lambda loop: loop.create_unix_connection(None, "socket"),
        "create_unix_server": lambda loop: loop.create_unix_server(None, "socket"),
        "getaddrinfo": lambda loop: loop.getaddrinfo("localhost", 80),
        "getnameinfo": lambda loop: loop.getnameinfo(("127.0.0.1", 80)),
        "remove_reader": lambda loop: loop.remove_reader(0),
        "remove_signal_handler": lambda loop: loop.remove_signal_handler(2),
        "remove_writer": lambda loop: loop.remove_writer(1),
        "sendfile": lambda loop: loop.sendfile(None, None),
        "sock_accept": lambda loop: loop.sock_accept(None),
        "sock_connect": lambda loop: loop.sock_connect(None, None),
        "sock_recv": lambda loop: loop.sock_recv(None, 1),
        "sock_recv_into": lambda loop: loop.sock_recv_into(None, None),
        "sock_recvfrom": lambda loop: loop.sock_recvfrom(None, 1),
        "sock_recvfrom_into": lambda loop: loop.sock_recvfrom_into(None, None),
        "sock_sendall": lambda loop: loop.sock_sendall(None, b""),
        "sock_sendfile": lambda loop: loop.sock_sendfile(None, None),
        "sock_sendto": lambda loop: loop.sock_sendto(None, b"", None),
        "start_tls": lambda loop: loop.start_tls(None, None, None),
        "subprocess_exec": lambda loop: loop.subprocess_exec(None, "true"),
        "subprocess_shell": lambda loop: loop.subprocess_shell(None, "true"),
    },
    "StreamWriter": {"start_tls": lambda: stream_writer().start_tls(None)},
}
PAGE = pathlib.Path("book/src/asyncio_names.md")
ERROR = re.compile(r"needs the operating system's (I/O|processes), which Ouro does not support yet$")

# What a program must say to have an object of the group, before its attributes count as used.
MADE_BY = {
    "loop": r"loop",
    "Future": r"Future|create_future",
    "Task": r"Task|create_task|current_task",
    "Handle": r"Handle|call_soon",
    "TimerHandle": r"TimerHandle|call_later|call_at",
    "Timeout": r"timeout",
}
# How programs ask for what has no name in the text.
USED_AS = {
    "__aenter__": r"async with",
    "__aexit__": r"async with",
    "__aiter__": r"async for",
    "__anext__": r"async for",
    "__await__": r"await|yield from",
    "__iter__": r"await|yield from",
    "__enter__": r"with",
    "__exit__": r"with",
}
# Programs that only list names.
LISTS = {"all_names_exist.py", "from_asyncio_import_star.py", "submodules_are_attributes.py"}


def programs():
    for path in sorted(pathlib.Path("tests/language").glob("*/*.py")):
        text = path.read_text()
        if "asyncio" in text and path.name not in LISTS:
            yield f"{path.parent.name}/{path.stem}", text


def wanted_names():
    """The recorded names, a list for each group."""
    text = pathlib.Path(__file__).with_name("names.expected").read_text()
    text = text.partition("--- stdout\n")[2].partition("--- stderr\n")[0]
    groups = {}
    for line in text.splitlines():
        group, name = line.split()
        groups.setdefault(group, []).append(name)
    return groups


def users_so_far():
    """The programs that the page names now, by group and name: they stay while they hold."""
    users = {}
    title = None
    for line in PAGE.read_text().splitlines() if PAGE.exists() else ():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        elif row := re.fullmatch(r"\| `(\w+)` \| works \| `(.+)` \|", line):
            users[title, row[1]] = row[2]
    return users


def title_of(group):
    return {"asyncio": "The module", "loop": "The event loop"}.get(group, f"`{group}`")


def user_of(group, name, texts, before):
    """A program that uses the name: the one named so far, or the first."""
    if group == "asyncio":
        used = re.compile(rf"asyncio\.{name}\b|\bfrom asyncio import .*\b{name}\b")
        made = used
    else:
        used = re.compile(USED_AS.get(name, rf"\.{name}\b"))
        made = re.compile(MADE_BY.get(group, rf"\b{group}\b"))
    found = [program for program, text in texts if used.search(text) and made.search(text)]
    return before if before in found else next(iter(found), None)


def io_error(call, *arguments):
    """The text of the error that a call raises."""

    async def run():
        result = call(*arguments)
        if asyncio.iscoroutine(result):
            await result

    try:
        asyncio.run(run())
    except NotImplementedError as error:
        return str(error)
    return "no error"


def rows(group, names, texts, before):
    for name in names:
        if name not in GROUPS.get(group, ()):
            sys.exit(f"{group}: {name} does not exist")
        call = IO_CALLS.get(group, {}).get(name)
        if call is not None:
            text = io_error(call, *[asyncio.new_event_loop()] if group == "loop" else [])
            if not ERROR.search(text):
                sys.exit(f"{group}: {name} does not say that it needs I/O: {text}")
            yield name, "needs I/O", ""
            continue
        program = user_of(group, name, texts, before.get((title_of(group), name)))
        if program is None:
            sys.exit(f"{group}: no program of tests/language uses {name}")
        yield name, "works", f"`{program}`"


INTRODUCTION = """\
# The names of asyncio

Every public name of `asyncio` in CPython 3.13, and the attributes of what programs get from it.
*Works* means that programs which use it print what they print in CPython; one of them, in the
folder tests/language of the repository, is named. *Needs I/O* means that a call raises an error
which says that it needs the operating system's I/O.

This page is written by tests/asyncio_names/table.py, and a test compares it."""


def main():
    warnings.simplefilter("ignore", DeprecationWarning)
    texts = list(programs())
    before = users_so_far()
    print(INTRODUCTION)
    for group, names in wanted_names().items():
        print(f"\n## {title_of(group)}\n\n| Name | State | Program |\n| --- | --- | --- |")
        for name, state, program in rows(group, names, texts, before):
            print(f"| `{name}` | {state} | {program} |")


main()
