# The same server as scripts/server, in a container: locked dependencies, no root, SQLite in /data by default.
FROM python:3.12-slim AS build
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY api api
COPY dateline dateline
COPY schema schema
COPY scripts scripts
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
 && DATELINE_CACHE_DIR=/cache /venv/bin/python -m scripts.gazetteer

FROM python:3.12-slim
RUN useradd --create-home --uid 1000 dateline && mkdir /data && chown dateline /data
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY --from=build --chown=dateline /cache /cache
COPY samples /app/samples
WORKDIR /app
USER dateline
ENV PATH=/venv/bin:$PATH \
    DATELINE_CACHE_DIR=/cache \
    DATELINE_HOST=0.0.0.0 \
    DATABASE_URL=sqlite:////data/dateline.db
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/ready', timeout=4)"]
CMD ["python", "-m", "scripts.serve", "--samples"]
