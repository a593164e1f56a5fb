"""Loggers, handlers, levels, formats and exceptions."""
import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s %(name)s %(funcName)s: %(message)s")
log = logging.getLogger("app.db")


def work():
    log.debug("hidden")
    log.info("plain %s %d", "text", 5)
    log.warning("named %(x)s", {"x": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        log.error("no trace")
        log.exception("with trace")


work()
print(log, logging.getLogger("app"), log.parent, logging.getLogger("app").getChild("ui").name, log.getEffectiveLevel())
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("{levelname}|{message}|{extra_field}", style="{", defaults={"extra_field": "-"}))
handler.addFilter(lambda record: "skip" not in record.msg)
app = logging.getLogger("app")
app.addHandler(handler)
app.propagate = False
app.setLevel("DEBUG")
app.debug("one")
app.info("skip me")
log.critical("two", extra={"extra_field": 7})
print(stream.getvalue(), end="")
print(logging.getLevelName(30), logging.getLevelName("ERROR"), app.isEnabledFor(5), app.handlers, app.hasHandlers())
logging.addLevelName(25, "NOTICE")
logging.getLogger("other").log(25, "custom")
adapter = logging.LoggerAdapter(logging.getLogger("adapted"), {"user": "me"})
adapter.info("through the adapter")
logging.disable(logging.WARNING)
logging.warning("switched off")
logging.error("still on")
logging.disable(logging.NOTSET)
for bad in (lambda: app.setLevel("LOUD"), lambda: logging.Formatter("x", style="!"), lambda: logging.getLogger(5), lambda: logging.Formatter("no fields")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
logging.getLogger("last").info("%d items", 3)
