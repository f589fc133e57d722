import dns2 from "dns2";

/** A real name server on a port of its own, with the TXT records that a test gives it. */
export interface NameServer {
  /** For `openNameService`. */
  readonly address: string;
  /** TXT records by domain. */
  readonly records: Map<string, readonly string[]>;
  close(): Promise<void>;
}

export async function startNameServer(): Promise<NameServer> {
  const records = new Map<string, readonly string[]>();
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = dns2.Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const found = records.get(question?.name.toLowerCase() ?? "");
      // "No such name" and "no such record" are different answers (RFC 2308).
      if (!found) response.header.rcode = 3;
      if (question?.type === dns2.Packet.TYPE.TXT)
        for (const data of found ?? [])
          response.answers.push(dns2.Packet.createResourceFromQuestion(question, { ttl: 1, data }));
      send(response);
    },
  });
  const { udp } = await server.listen({ udp: { port: 0, address: "127.0.0.1" } });
  return {
    address: `127.0.0.1:${udp?.port}`,
    records,
    close: () => server.close(),
  };
}
