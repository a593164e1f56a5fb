"""For test.support, which asks whether CPython specialises instructions."""

ENABLE_SPECIALIZATION = False
