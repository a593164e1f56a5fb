"""Bases of servers that tests define and, having no sockets, do not start."""

from http.server import HTTPServer


class WSGIServer(HTTPServer):
    pass


class WSGIRequestHandler:
    pass
