"""Children of `dateline up`: stopped, killed, started again, with real sockets and real processes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from supervised import child, eventually, interrupt, later, run, running

from cli.failures import Failed
from cli.running.folder import DataFolder


def test_stopping_is_in_reverse_order_and_lets_each_end_by_itself(folder: DataFolder) -> None:
    order = folder.path / "order"
    script = "trap 'sleep 0.2; echo {0} >> {1}; exit 0' TERM; echo up; while :; do sleep 0.05; done"
    family = [child(folder, script.format(name, order), name) for name in ("broker", "worker", "api")]
    later(lambda: all(each.log.exists() and each.log.read_text() for each in family), interrupt)
    run(family)
    assert order.read_text().split() == ["api", "worker", "broker"]
    assert [each.ended for each in family] == [0, 0, 0]


def test_what_does_not_end_is_killed_with_everything_that_it_started(folder: DataFolder) -> None:
    deaf = child(folder, "trap '' TERM; sleep 60 & echo $!; wait; sleep 60", seconds=0.3)
    later(lambda: deaf.log.exists() and deaf.log.read_text().strip(), interrupt)
    began = time.monotonic()
    run([deaf])
    assert time.monotonic() - began < 5
    assert deaf.ended == -signal.SIGKILL
    assert eventually(lambda: not running(int(deaf.log.read_text())))


def test_asking_a_second_time_kills_at_once(folder: DataFolder) -> None:
    deaf = child(folder, "trap 'echo asked' TERM; echo up; while :; do sleep 0.05; done", seconds=60)
    later(lambda: deaf.log.exists() and "up" in deaf.log.read_text(), interrupt)

    def again() -> None:
        time.sleep(1.1)
        interrupt()

    later(lambda: deaf.log.exists() and "asked" in deaf.log.read_text(), again)
    began = time.monotonic()
    run([deaf])
    assert time.monotonic() - began < 20


def test_a_child_that_ends_at_once_fails_the_start_with_its_last_words_and_stops_the_others(
    folder: DataFolder,
) -> None:
    steady = child(folder, "sleep 60", "broker")
    broken = child(folder, "echo no such module; exit 3")
    with pytest.raises(Failed, match=r"The worker ended at once \(exit code 3\):\n  no such module"):
        run([steady, broken], ready=lambda: False)
    assert steady.ended == -signal.SIGTERM


def test_a_child_that_dies_later_is_started_again_and_people_are_told(folder: DataFolder) -> None:
    said: list[str] = []
    starts = folder.path / "starts"
    mortal = child(folder, f"echo $$ >> {starts}; exec sleep 60")

    def count() -> int:
        return len(starts.read_text().split()) if starts.exists() else 0

    def kill() -> None:
        os.kill(mortal.process.pid, signal.SIGKILL)
        later(lambda: count() == 2, interrupt)

    run([mortal], ready=lambda: count() == 1, when_ready=kill, said=said)
    assert count() == 2
    assert said == [f"The worker ended (signal 9); it starts again in 0.5 s. Its log: {mortal.log}"]


def test_a_child_that_is_called_runs_from_a_call_to_its_own_end_and_again(folder: DataFolder) -> None:
    starts, said = folder.path / "starts", list[str]()
    caller = child(folder, "exec sleep 60", "worker")
    called = child(folder, f"echo $$ >> {starts}", "feeds")
    called.called = True

    def call() -> None:
        assert not starts.exists()
        for number in (1, 2):
            os.kill(os.getpid(), signal.SIGUSR1)
            eventually(lambda n=number: starts.exists() and len(starts.read_text().split()) == n and called.rests)
        interrupt()

    run([caller, called], when_ready=threading.Thread(target=call).start, said=said)
    assert len(starts.read_text().split()) == 2
    assert said == []


def test_recovery_is_told_when_the_run_began_and_ends_with_its_child(folder: DataFolder) -> None:
    told = folder.path / "told"
    worker = child(folder, "exec sleep 60")
    worker.recovery = ("sh", "-c", f"echo $$ $0 >> {told}; exec sleep 60")
    later(lambda: told.exists() and told.read_text().endswith("\n"), interrupt)
    began = time.time()
    run([worker])
    number, moment = told.read_text().split()
    assert began - 1 < float(moment) < time.time()
    assert not running(int(number))


def test_a_log_that_grew_is_put_aside_and_written_on(folder: DataFolder) -> None:
    talker = child(folder, "echo before; while ! test -e go; do sleep 0.02; done; echo after")
    talker.start()
    assert eventually(lambda: "before" in talker.log.read_text())
    talker.turn_log(limit=3)
    (folder.logs / "go").touch()
    talker.process.wait()
    assert (folder.logs / "worker.log.1").read_text() == "before\n"
    assert talker.log.read_text() == "after\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's death")
def test_children_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    code = f"""
import os, signal, sys, time
sys.path[:0] = {[str(Path(__file__).parents[up]) for up in (0, 1)]!r}
from pathlib import Path
from cli.running.folder import data_folder
from supervised import child
one = child(data_folder(Path({str(tmp_path)!r})), "exec sleep 60")
one.start()
print(one.process.pid, flush=True)
time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    orphan = int(parent.stdout.readline())
    assert running(orphan)
    parent.kill()
    parent.wait()
    assert eventually(lambda: not running(orphan))
