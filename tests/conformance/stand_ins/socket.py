"""Tests that open sockets or look up names are skipped; those that only imitate them find the names."""

import unittest

AF_UNSPEC = 0
AF_INET = 2
AF_INET6 = 10
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_NONBLOCK = 0o4000
SOL_SOCKET = 1
SOL_TCP = IPPROTO_TCP = 6
IPPROTO_UDP = 17
SO_REUSEADDR = 2
SO_BROADCAST = 6
SO_REUSEPORT = 15
TCP_NODELAY = 1
NI_NUMERICHOST = 1
NI_NUMERICSERV = 2
has_ipv6 = False

error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


def _skip(*args, **kwargs):
    raise unittest.SkipTest("uses a socket")


create_connection = create_server = socketpair = _skip
getaddrinfo = getnameinfo = gethostname = inet_pton = _skip
getdefaulttimeout = setdefaulttimeout = _skip


class socket:
    family = type = proto = timeout = None

    def __init__(self, *args, **kwargs):
        _skip()

    accept = bind = close = connect = connect_ex = detach = fileno = _skip
    getpeername = getsockname = getsockopt = gettimeout = listen = makefile = _skip
    recv = recvfrom = recv_into = recvfrom_into = send = sendall = sendto = _skip
    setblocking = setsockopt = settimeout = shutdown = _skip
