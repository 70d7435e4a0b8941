import { redisPublished } from "../../../src/core/rules/redis-published";
import { testRule } from "../../support/rule-tester";

const path = "compose.yaml";
const redis = (lines: string, image = "redis:7-alpine"): string => `services:\n  cache:\n    image: ${image}\n${lines}`;
const ports = (port: string): string => redis(`    ports:\n      - ${port}\n`);

testRule(redisPublished, {
  valid: [
    { name: "no port", path, text: redis("") },
    { name: "for this machine", path, text: ports('"127.0.0.1:6379:6379"') },
    { name: "for this machine, IPv6", path, text: ports('"[::1]:6379:6379"') },
    { name: "one named address", path, text: ports('"10.0.0.5:6379:6379"') },
    { name: "edge case 20: an address behind a variable", path, text: ports('"$HOST:$PORT:6379"') },
    { name: "a variable that may hold an address", path, text: ports('"${BIND}:6379"') },
    {
      name: "the long form, for this machine",
      path,
      text: redis("    ports:\n      - target: 6379\n        host_ip: 127.0.0.1\n"),
    },
    { name: "a password", path, text: `${ports('"6379:6379"')}    command: redis-server --requirepass x\n` },
    {
      name: "a configuration file",
      path,
      text: `${ports('"6379:6379"')}    volumes: ["./redis.conf:/etc/redis.conf"]\n`,
    },
    { name: "another image", path, text: redis('    ports: ["5432:5432"]\n', "postgres:17") },
    { name: "a tool for Redis", path, text: redis('    ports: ["8001:8001"]\n', "redis/redisinsight:2.70") },
    { name: "only said to other services", path, text: redis('    expose: ["6379"]\n') },
  ],
  invalid: [
    {
      name: "the short form",
      path,
      text: ports('«"6379:6379"»') + "    restart: always\n",
      findings: [
        {
          message: "published",
          says: ["cache publishes"],
          fixes: [
            { text: ports('"127.0.0.1:6379:6379"') + "    restart: always\n" },
            { text: redis("    restart: always\n") },
          ],
        },
      ],
    },
    {
      name: "without quotes, CRLF, one of two",
      path,
      text: redis("    ports:\n      - 127.0.0.1:6380:6379\n      - «6379:6379»\n", "'valkey/valkey:8'").replaceAll(
        "\n",
        "\r\n",
      ),
      findings: [
        {
          message: "published",
          fixes: [
            {
              text: redis(
                "    ports:\n      - 127.0.0.1:6380:6379\n      - '127.0.0.1:6379:6379'\n",
                "'valkey/valkey:8'",
              ).replaceAll("\n", "\r\n"),
            },
            { text: redis("    ports:\n      - 127.0.0.1:6380:6379\n", "'valkey/valkey:8'").replaceAll("\n", "\r\n") },
          ],
        },
      ],
    },
    {
      name: "a port that Docker chooses, a number",
      path,
      text: ports("«6379»"),
      findings: [{ message: "published", fixes: [{ text: ports('"127.0.0.1::6379"') }, { text: redis("") }] }],
    },
    {
      name: "all addresses, by name",
      path,
      text: ports('«"0.0.0.0:6379:6379"»'),
      findings: [{ message: "published", fixes: [{ text: ports('"127.0.0.1:6379:6379"') }, { text: redis("") }] }],
    },
    {
      name: "a variable's default",
      path,
      text: ports('«"${REDIS_PORT:-6379}:6379"»'),
      findings: [
        { message: "published", fixes: [{ text: ports('"127.0.0.1:${REDIS_PORT:-6379}:6379"') }, { text: redis("") }] },
      ],
    },
    {
      name: "between brackets",
      path,
      text: redis('    ports: [«"6379:6379"»]\n'),
      findings: [
        { message: "published", fixes: [{ text: redis('    ports: ["127.0.0.1:6379:6379"]\n') }, { text: redis("") }] },
      ],
    },
    {
      name: "the long form",
      path,
      text: redis("    ports:\n      - «target: 6379\n        published: 6379»\n"),
      findings: [
        {
          message: "published",
          fixes: [
            { text: redis("    ports:\n      - target: 6379\n        published: 6379\n        host_ip: 127.0.0.1\n") },
            { text: redis("") },
          ],
        },
      ],
    },
    {
      name: "what comes by an alias is left alone",
      path,
      text: 'x-r: &r\n  image: redis:7\n  ports: &p\n    - "6379:6379"\nservices:\n  a:\n    <<: *r\n  b:\n    image: redis:7\n    ports: [«"1:6379"»]\n',
      findings: [
        {
          message: "published",
          fixes: [
            {
              text: 'x-r: &r\n  image: redis:7\n  ports: &p\n    - "6379:6379"\nservices:\n  a:\n    <<: *r\n  b:\n    image: redis:7\n    ports: ["127.0.0.1:1:6379"]\n',
            },
            {
              text: 'x-r: &r\n  image: redis:7\n  ports: &p\n    - "6379:6379"\nservices:\n  a:\n    <<: *r\n  b:\n    image: redis:7\n',
            },
          ],
        },
      ],
    },
  ],
});
