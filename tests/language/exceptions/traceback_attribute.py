def f():
    raise ValueError("x")


def g():
    f()


try:
    g()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(e.with_traceback(None).__traceback__)
