"""Imported by tests of terminals, which are skipped without os.openpty()."""
