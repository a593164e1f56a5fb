"""A base of servers that tests define and, having no sockets, do not start."""

import socketserver


class HTTPServer(socketserver.TCPServer):
    pass
