//! Virtual time: sleeping costs nothing, runs repeat exactly, and a deadlock is reported.

use std::time::{Duration, Instant};

use crate::support::{ouro, outcome};

const MANY_SLEEPERS: &str = "
import asyncio, random

async def sleeper(number, seconds):
    await asyncio.sleep(seconds)
    return number

async def main():
    random.seed(2024)
    tasks = [asyncio.create_task(sleeper(n, random.uniform(0, 86400))) for n in range(10_000)]
    order = []
    for task in tasks:
        task.add_done_callback(lambda task: order.append(task.result()))
    await asyncio.wait(tasks)
    print(order[:5], order[-5:], len(order), asyncio.get_running_loop().time())

asyncio.run(main())
";

#[test]
fn ten_thousand_sleepers_over_a_day() {
    let run = || outcome(&mut ouro(&["--clock", "virtual", "-c", MANY_SLEEPERS]));
    let started = Instant::now();
    let first = run();
    // A release build needs a small part of this.
    assert!(started.elapsed() < Duration::from_secs(10), "a day passes in a moment");
    assert_eq!(first.status, "0", "{}", first.stderr);
    assert_eq!(first, run(), "two runs print the same bytes");
}

#[test]
fn an_hour_passes_at_once_and_exactly() {
    let code = "
import asyncio, time

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(3600)
    print(loop.time() - start)
    time.sleep(60)
    print(loop.time() - start)

asyncio.run(main())
";
    let started = Instant::now();
    let outcome = outcome(&mut ouro(&["--clock", "virtual", "-c", code]));
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("3600.0\n3660.0\n", ""));
}

#[test]
fn the_real_clock_waits() {
    let code = "import asyncio; asyncio.run(asyncio.sleep(0.3)); print('awake')";
    let started = Instant::now();
    let outcome = outcome(&mut ouro(&["-c", code]));
    assert!(started.elapsed() >= Duration::from_millis(300));
    assert_eq!(outcome.stdout, "awake\n");
}

#[test]
fn a_deadlock_names_locks_and_their_holders() {
    let code = "
import asyncio

async def fork(left, right):
    async with left:
        await asyncio.sleep(0)
        await right.acquire()

async def reader(queue):
    await queue.get()

async def main():
    one, other = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(fork(one, other), name='A')
        group.create_task(fork(other, one), name='B')
        group.create_task(reader(asyncio.Queue()), name='C')

asyncio.run(main())
";
    let outcome = outcome(&mut ouro(&["--clock", "virtual", "-c", code]));
    for expected in [
        "A at <string>:7 in fork waits in Lock.acquire() for a Lock that B holds",
        "B at <string>:7 in fork waits in Lock.acquire() for a Lock that A holds",
        "C at <string>:10 in reader waits in Queue.get() for an item in a Queue",
    ] {
        assert!(outcome.stderr.contains(expected), "{expected:?} in:\n{}", outcome.stderr);
    }
}

#[test]
fn a_deadlock_is_an_error_that_names_the_waiting_tasks() {
    let code = "
import asyncio

async def waiter(event):
    await event.wait()

async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event), name='the waiter')
    await task

asyncio.run(main())
";
    for clock in ["virtual", "real"] {
        let outcome = outcome(&mut ouro(&["--clock", clock, "-c", code]));
        assert_eq!(outcome.status, "1");
        for expected in ["deadlock", "the waiter", "Task-1", ":5 in waiter", ":10 in main"] {
            assert!(outcome.stderr.contains(expected), "{expected:?} in:\n{}", outcome.stderr);
        }
    }
}

const COMPETING_THREADS: &str = "
import threading, time

turns = {}
log = []
stop = False

def compute(name):
    turns[name] = 0
    while not stop:
        turns[name] += 1
        if turns[name] % 50_000 == 0:
            log.append(name)

threads = [threading.Thread(target=compute, args=(n,)) for n in 'ab']
for thread in threads:
    thread.start()
time.sleep(0.1)
stop = True
for thread in threads:
    thread.join()
print(turns, ''.join(log), round(time.monotonic(), 3))
";

#[test]
fn threads_switch_at_the_same_places_in_every_run() {
    let run = || outcome(&mut ouro(&["--clock", "virtual", "-c", COMPETING_THREADS]));
    let first = run();
    assert_eq!(first.status, "0", "{}", first.stderr);
    assert!(first.stdout.contains("aba") || first.stdout.contains("abb"), "{}", first.stdout);
    assert_eq!(first, run(), "two runs print the same bytes");
}

#[test]
fn a_deadlock_of_threads_says_where_each_one_waits() {
    let code = "
import threading
first, second = threading.Lock(), threading.Lock()
ready = threading.Event()
def other():
    second.acquire()
    ready.set()
    first.acquire()
first.acquire()
threading.Thread(target=other, daemon=True).start()
ready.wait()
second.acquire()
";
    for clock in ["virtual", "real"] {
        let outcome = outcome(&mut ouro(&["--clock", clock, "-c", code]));
        assert_eq!(outcome.status, "1");
        let expected = "RuntimeError: deadlock: every thread waits, and nothing can wake one of \
                        them\n  the main thread at <string>:12 in <module> waits for a lock\n";
        let last = outcome.stderr.rsplit_once("  thread ").expect("a line for the other thread");
        assert!(last.0.ends_with(expected), "{}", outcome.stderr);
        assert!(last.1.contains(" at <string>:8 in other waits for a lock"), "{}", last.1);
    }
}
