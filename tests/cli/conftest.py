"""A data folder that is in use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.running.folder import DataFolder, data_folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    folder = data_folder(tmp_path / "data")
    yield folder
    os.close(folder.lock)
