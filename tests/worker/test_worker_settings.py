from __future__ import annotations

import pytest

from worker.app import application
from worker.settings import InvalidSetting, Settings, settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert settings({}) == settings({"REDIS_URL": "", "DATELINE_ZONE": ""}) == Settings()


def test_the_environment_is_heeded() -> None:
    chosen = settings(
        {
            "REDIS_URL": "redis://queue.example:7/2",
            "DATABASE_URL": "postgresql://db.example/d",
            "DATELINE_ZONE": "Asia/Tokyo",
            "DATELINE_TIME_LIMIT": "9",
        }
    )
    assert (chosen.redis_url, chosen.database_url) == (
        "redis://queue.example:7/2",
        "postgresql://db.example/d",
    )
    assert (chosen.zone.key, chosen.time_limit) == ("Asia/Tokyo", 9)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATELINE_ZONE", "Mars/Olympus"),
        ("DATELINE_ZONE", "../../etc/passwd"),
        ("DATELINE_TIME_LIMIT", "0"),
        ("DATELINE_TIME_LIMIT", "-3"),
        ("DATELINE_TIME_LIMIT", "soon"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(InvalidSetting, match=name):
        settings({name: value})


@pytest.mark.parametrize("limit", [1, 4, 60])
def test_only_an_article_that_no_worker_can_still_be_reading_is_delivered_again(limit: int) -> None:
    conf = application(Settings(time_limit=limit), "worker").conf
    assert conf.task_soft_time_limit < conf.task_time_limit < conf.broker_transport_options["visibility_timeout"]


def test_a_secured_redis_address_is_spoken_to_over_tls() -> None:
    app = application(Settings(redis_url="rediss://:word@queue.example/1?ssl_cert_reqs=required"), "api")
    with app.connection_for_write() as connection:
        assert connection.ssl
        assert (connection.password, connection.virtual_host) == ("word", "1")
