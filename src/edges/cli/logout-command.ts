import type { Command } from "commander";
import type { CommandPort } from "./command-port.ts";
import { print } from "./print.ts";

/** `guesthouse logout` */
export function addLogoutCommand(program: Command, port: CommandPort): void {
  program
    .command("logout")
    .description("forget a sign-in made with 'guesthouse login'")
    .option("--authority <url>", "at which service, where you are signed in at several")
    .action(async ({ authority }: { readonly authority: string | undefined }) => {
      const [{ chooseSignIn }, { forgetSignIn }] = await Promise.all([
        import("./remote/choose-sign-in.ts"),
        import("./remote/sign-in-files.ts"),
      ]);
      const signIn = chooseSignIn(port.personalFolder, authority);
      forgetSignIn(port.personalFolder, signIn);
      print(`Forgot the sign-in of ${signIn.person.userName} at ${new URL(signIn.issuer).host}`);
    });
}
