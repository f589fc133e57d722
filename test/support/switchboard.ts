import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What stands before several nodes and sends everybody to one of them. */
export interface Switchboard {
  readonly url: string;
  /** From now on, everybody is sent to the node at this port. */
  turnTo(port: number): void;
  close(): void;
}

/** Opens a switchboard at a free port of this machine. */
export async function openSwitchboard(): Promise<Switchboard> {
  let target = 0;
  const open = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(target, "127.0.0.1");
    incoming.pipe(outgoing).pipe(incoming);
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    turnTo(port) {
      target = port;
      hangUp();
    },
    close() {
      server.close();
      hangUp();
    },
  };
}
