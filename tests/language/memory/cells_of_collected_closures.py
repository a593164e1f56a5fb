"""A collected cycle leaves alone the variables that its functions shared with living ones."""

import gc


def outer():
    done = False

    def scope():
        class Noisy(str):
            def __del__(self):
                nonlocal done
                done = True

        iterator = iter(Noisy())
        print(next(iterator, "empty"))

    scope()
    gc.collect()
    print(done)


outer()
