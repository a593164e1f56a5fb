"""A pending task that only its report still holds is no task of the loop any more."""
import asyncio
import gc

reports = []
loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: reports.append(context))


async def wait_for_ever():
    await loop.create_future()


async def main():
    task = loop.create_task(wait_for_ever(), name="lost")
    await asyncio.sleep(0)
    print({task.get_name() for task in asyncio.all_tasks() - {asyncio.current_task()}})


loop.run_until_complete(main())
gc.collect()
print(asyncio.all_tasks(loop))
print([(context["message"], context["task"].get_name()) for context in reports])
loop.close()
