"""An error in the exception handler itself is logged with both tracebacks' facts."""

import asyncio
import logging


class Show(logging.Handler):
    def emit(self, record):
        lines = record.getMessage().splitlines()
        print(record.levelname, lines[0], record.exc_info[0].__name__)


logging.getLogger("asyncio").addHandler(Show())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "plain", "exception": KeyError("k")})
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_exception_handler({"message": "lost", "exception": KeyError("k")})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"exception": OSError("o")})


asyncio.run(main())
