def clean_up():
    try:
        return risky()
    except (ValueError, TypeError) as error:
        log(error)
    except Exception:
        raise RuntimeError from None
    else:
        good()
    finally:
        done()


def groups():
    try:
        pass_on()
    except* ValueError as group:
        handle(group)
