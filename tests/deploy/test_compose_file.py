"""What docker-compose.yml and the Dockerfile promise."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from composition import PROJECT, Missing, composition

OWN = ("upgrade", "api", "worker", "feeds")
SERVERS = ("redis", "postgres")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = composition({"POSTGRES_PASSWORD": "s3cret"})["services"]
    return services


def test_it_is_made_of_these_services(services: dict[str, Any]) -> None:
    assert set(services) == {*SERVERS, *OWN}


def test_it_does_not_start_without_a_password_and_holds_none() -> None:
    with pytest.raises(Missing, match="POSTGRES_PASSWORD"):
        composition({})
    raw = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
    for name, service in raw["services"].items():
        for variable, value in service.get("environment", {}).items():
            if "PASSWORD" in variable:
                assert value.startswith("${POSTGRES_PASSWORD:?"), f"{name}: {variable}"
            assert not re.search(r"//[^/@]*:[^/@]+@", str(value)), f"{name}: {variable} carries a password"


def test_the_password_reaches_the_store_and_its_users(services: dict[str, Any]) -> None:
    assert services["postgres"]["environment"]["POSTGRES_PASSWORD"] == "s3cret"
    assert {services[name]["environment"]["PGPASSWORD"] for name in OWN} == {"s3cret"}


def test_redis_keeps_every_accepted_article_and_drops_none(services: dict[str, Any]) -> None:
    command = services["redis"]["command"]
    options = dict(zip(command[1::2], command[2::2], strict=True))
    assert options["--appendonly"] == "yes"
    assert options["--appendfsync"] == "always"
    assert options["--maxmemory-policy"] == "noeviction"


@pytest.mark.parametrize("name", SERVERS)
def test_what_is_kept_is_kept_in_a_named_volume(services: dict[str, Any], name: str) -> None:
    volumes = composition({"POSTGRES_PASSWORD": "x"})["volumes"]
    assert services[name]["volumes"][0].split(":")[0] in volumes


@pytest.mark.parametrize("name", [*SERVERS, "api", "worker", "feeds"])
def test_what_stays_up_has_a_health_check(services: dict[str, Any], name: str) -> None:
    check = services[name]["healthcheck"]
    assert check["test"][0] == "CMD"
    assert {"interval", "timeout", "retries"} <= set(check)


@pytest.mark.parametrize("name", ["api", "worker", "feeds"])
def test_nothing_starts_before_what_it_needs_is_healthy(services: dict[str, Any], name: str) -> None:
    needs = {other: needed["condition"] for other, needed in services[name]["depends_on"].items()}
    assert needs == {
        "redis": "service_healthy",
        "postgres": "service_healthy",
        "upgrade": "service_completed_successfully",
    }


@pytest.mark.parametrize("name", [*OWN, *SERVERS])
def test_every_container_runs_without_rights(services: dict[str, Any], name: str) -> None:
    service = services[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["user"] == {"redis": "redis", "postgres": "postgres"}.get(name, "10001:10001")
    assert not {"privileged", "cap_add", "devices", "pid", "network_mode"} & set(service)


@pytest.mark.parametrize("name", OWN)
def test_nothing_that_our_own_write_is_run(services: dict[str, Any], name: str) -> None:
    assert "volumes" not in services[name]
    assert [mount.split(":")[0] for mount in services[name]["tmpfs"]] == ["/tmp"]
    assert "noexec" in services[name]["tmpfs"][0]


def test_only_the_api_is_published_and_only_to_this_machine(services: dict[str, Any]) -> None:
    published = {name: service["ports"] for name, service in services.items() if "ports" in service}
    assert published == {"api": ["127.0.0.1:8000:8000"]}


def test_the_image_is_installed_from_hashes_and_runs_as_nobody_in_particular() -> None:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    assert lines[0].startswith("FROM python:3.12-slim")
    assert "RUN pip install --require-hashes -r requirements.txt" in lines
    assert "USER 10001" in lines


def test_the_image_serves_as_the_compose_file_does(services: dict[str, Any]) -> None:
    text = (PROJECT / "Dockerfile").read_text()
    command = re.findall(r'"([^"]+)"', text[text.index("CMD [") :])
    assert command == [part for word in services["api"]["command"] for part in word.split("=")]


def test_the_image_gets_what_it_copies_and_no_local_data() -> None:
    copied = {
        name.rstrip("/")
        for line in (PROJECT / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY ")
        for name in line.split()[1:-1]
    }
    ignored = (PROJECT / ".dockerignore").read_text().split()
    assert ignored[0] == "*"
    assert {entry.removeprefix("!") for entry in ignored if entry.startswith("!")} == copied
    assert all((PROJECT / name).exists() for name in copied)
