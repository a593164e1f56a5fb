"""A crawler in thirty lines: workers, a queue that grows while it is worked on, and `join`."""

import asyncio

WEB = {
    "/": ["/news", "/shop"],
    "/news": ["/", "/news/1", "/news/2"],
    "/shop": ["/cart"],
    "/news/1": ["/"],
    "/news/2": ["/gone"],
    "/cart": [],
}


async def crawl(queue, seen):
    while True:
        page = await queue.get()
        await asyncio.sleep(0.02)
        links = WEB.get(page)
        print(page, "->", "not found" if links is None else links)
        for link in links or []:
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)
        queue.task_done()


async def main():
    queue, seen = asyncio.Queue(), {"/"}
    queue.put_nowait("/")
    crawlers = [asyncio.create_task(crawl(queue, seen)) for _ in range(3)]
    await queue.join()
    for task in crawlers:
        task.cancel()
    print(len(seen), "pages")


asyncio.run(main())
