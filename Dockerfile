FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /srv/dateline
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt

COPY pyproject.toml README.md ./
COPY timeline timeline
COPY worker worker
COPY api api
COPY cli cli
RUN pip install --no-deps --no-build-isolation . \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin dateline

# Not in the sources' folder: what runs is what was installed.
WORKDIR /
USER 10001
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--factory", "--host", "0.0.0.0", "--port", "8000", "--no-ws", \
     "--http", "1", "--http1-header-read-timeout", "10000", "--blocking-threads", "48", "api:create_app"]
