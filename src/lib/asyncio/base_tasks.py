"""The stack of a task: what Task.get_stack and Task.print_stack do."""


def _task_get_stack(task, limit):
    """The frames where the task is suspended, or those of the traceback of its exception."""
    coro = task._coro
    frame = None
    for attribute in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coro, attribute):
            frame = getattr(coro, attribute)
            break
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        traceback = task._exception.__traceback__
        while traceback is not None and (limit is None or len(frames) < limit):
            frames.append(traceback.tb_frame)
            traceback = traceback.tb_next
    return frames


def _task_print_stack(task, limit, file):
    """Print what `_task_get_stack` gives, as tracebacks are printed."""
    import linecache
    import traceback

    entries = []
    for frame in task.get_stack(limit=limit):
        filename = frame.f_code.co_filename
        linecache.checkcache(filename)
        line = linecache.getline(filename, frame.f_lineno, frame.f_globals)
        entries.append((filename, frame.f_lineno, frame.f_code.co_name, line))

    exception = task._exception
    if not entries:
        print(f"No stack for {task!r}", file=file)
    else:
        kind = "Stack" if exception is None else "Traceback"
        print(f"{kind} for {task!r} (most recent call last):", file=file)
    traceback.print_list(entries, file=file)
    if exception is not None:
        for line in traceback.format_exception_only(type(exception), exception):
            print(line, file=file, end="")
