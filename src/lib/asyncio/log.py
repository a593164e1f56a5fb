"""The logger to which asyncio reports what no program caught."""

import logging

logger = logging.getLogger("asyncio")
