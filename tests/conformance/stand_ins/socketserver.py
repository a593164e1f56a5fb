"""Bases of servers that tests define and, having no sockets, do not start."""

import unittest


class BaseServer:
    def __init__(self, *args):
        raise unittest.SkipTest("uses a socket")


class TCPServer(BaseServer):
    pass


class UnixStreamServer(TCPServer):
    pass
