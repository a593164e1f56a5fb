"""Child processes with streams."""

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = -1
STDOUT = -2
DEVNULL = -3


async def create_subprocess_exec(program, *args, **options):
    """Start a program."""
    raise _no_child_processes("create_subprocess_exec")


async def create_subprocess_shell(cmd, **options):
    """Start a shell command."""
    raise _no_child_processes("create_subprocess_shell")


def _no_child_processes(function):
    return NotImplementedError(
        f"asyncio.{function}() needs the operating system's processes, "
        "which Ouro does not support yet"
    )
