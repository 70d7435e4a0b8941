"""A small web API, ready to be put into a container.

You need not change this file. It reads four settings from the environment:

    REDIS_URL        where Redis is, for instance redis://redis:6379 (unset: count in memory)
    FLASK_RUN_HOST   the address to listen on (0.0.0.0: every network interface)
    FLASK_RUN_PORT   the port to listen on (5000)
    FLASK_DEBUG      1 switches on reloading and the debugger: for your own machine only
"""

import os
import platform
import socket
from datetime import datetime, timezone
from itertools import count

import redis
from flask import Flask, jsonify
from redis.backoff import NoBackoff
from redis.retry import Retry

REDIS_URL = os.environ.get("REDIS_URL", "")

# Redis should answer at once. If it does not, the API goes on without it rather than keep a visitor waiting.
REDIS_TIMEOUT_SECONDS = 0.5

app = Flask(__name__)

# The stand-in for Redis: it lives in this process, so it starts again at 1 whenever the process does.
visits_in_memory = count(start=1)


def connect_to_redis():
    """Return a Redis client, or None where no usable REDIS_URL is set. Nothing is sent yet."""
    if not REDIS_URL:
        return None
    try:
        return redis.Redis.from_url(
            REDIS_URL,
            socket_connect_timeout=REDIS_TIMEOUT_SECONDS,
            socket_timeout=REDIS_TIMEOUT_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )
    except ValueError as error:
        app.logger.warning("REDIS_URL cannot be used: %s", error)
        return None


redis_client = connect_to_redis()


def redis_state():
    """Say in two words how things stand with Redis."""
    if redis_client is None:
        return "not configured"
    try:
        redis_client.ping()
    except redis.RedisError:
        return "not answering"
    return "connected"


@app.get("/")
def index():
    """List what this API offers."""
    return jsonify(
        {
            "name": "Dockerize a Python Application",
            "endpoints": ["/health", "/api/greeting/<name>", "/api/counter", "/api/info"],
        }
    )


@app.get("/health")
def health():
    """Tell whether the API is alive. It can do its work without Redis, so Redis never makes it unhealthy."""
    return jsonify(
        {
            "status": "healthy",
            "timestamp": datetime.now(timezone.utc).isoformat(),
            "checks": {"api": "running", "redis": redis_state()},
        }
    )


@app.get("/api/greeting/<name>")
def greeting(name):
    """Greet somebody by name."""
    return jsonify({"message": f"Hello, {name}!"})


@app.get("/api/counter")
def counter():
    """Count visits: in Redis, where the number outlives this process, or else in memory."""
    if redis_client is not None:
        try:
            return jsonify({"count": redis_client.incr("visits"), "storage": "redis"})
        except redis.RedisError as error:
            app.logger.warning("Redis does not answer, counting in memory: %s", error)
    return jsonify({"count": next(visits_in_memory), "storage": "memory"})


@app.get("/api/info")
def info():
    """Show where this process runs and as whom: compare your own machine with a container."""
    return jsonify(
        {
            "python_version": platform.python_version(),
            "platform": platform.platform(),
            "hostname": socket.gethostname(),
            "pid": os.getpid(),
            # The user id that the operating system enforces; 0 is root. Windows has no such number.
            "uid": os.getuid() if hasattr(os, "getuid") else None,
            # Only a variable, and anybody can set it: it need not tell the truth about the user.
            "user_variable": os.environ.get("USER"),
            "working_directory": os.getcwd(),
        }
    )


if __name__ == "__main__":
    app.run(
        host=os.environ.get("FLASK_RUN_HOST", "0.0.0.0"),
        port=int(os.environ.get("FLASK_RUN_PORT", "5000")),
        debug=os.environ.get("FLASK_DEBUG", "0").lower() in ("1", "true"),
    )
