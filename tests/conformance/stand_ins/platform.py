"""For tests that ask which machine they run on."""


def system():
    return "Linux"


def machine():
    return "x86_64"


def python_implementation():
    return "Ouro"


def release():
    return ""


def mac_ver():
    return ("", ("", "", ""), "")


def libc_ver():
    return ("", "")


def architecture():
    return ("64bit", "ELF")


def node():
    return ""


def platform():
    return "Linux-x86_64"
