import type { ErrorRemedy } from "../shared/error-remedy.ts";
import type { signInErrors } from "../shared/sign-in-errors.ts";
import type { protocolErrorTable } from "./rules/protocol-error-table.ts";

type NumbersOf<Table extends Readonly<Record<string, { readonly number: number }>>> =
  Table[keyof Table]["number"];

/** What helps after each error the sign-in answers with. */
const remedies: Readonly<
  Record<NumbersOf<typeof protocolErrorTable> | NumbersOf<typeof signInErrors>, ErrorRemedy>
> = {
  16000: "sign-in-again",
  50011: "fix-application",
  50013: "fix-application",
  50014: "accept-invitation",
  50020: "other-account",
  50034: "other-account",
  50048: "fix-application",
  50049: "check-address",
  50057: "account-off",
  50058: "sign-in-again",
  50059: "check-address",
  50089: "sign-in-again",
  50105: "ask-access",
  50132: "sign-in-again",
  50133: "sign-in-again",
  50173: "sign-in-again",
  50194: "check-address",
  50197: "other-account",
  54005: "sign-in-again",
  65001: "agree",
  65004: "said-no",
  70000: "sign-in-again",
  70003: "fix-application",
  70005: "fix-application",
  70007: "fix-application",
  70008: "sign-in-again",
  70011: "fix-application",
  70016: "device",
  70017: "said-no",
  70018: "device",
  70019: "device",
  90002: "check-address",
  90014: "fix-application",
  90023: "fix-application",
  90094: "agree",
  500011: "fix-application",
  500112: "fix-application",
  500133: "sign-in-again",
  500208: "other-account",
  501051: "fix-application",
  501481: "sign-in-again",
  501491: "fix-application",
  650052: "fix-application",
  650057: "fix-application",
  700005: "sign-in-again",
  700016: "fix-application",
  700022: "fix-application",
  700023: "fix-application",
  700024: "fix-application",
  700025: "fix-application",
  700027: "fix-application",
  700051: "fix-application",
  700054: "fix-application",
  700082: "sign-in-again",
  700084: "sign-in-again",
  700211: "fix-application",
  700212: "fix-application",
  700213: "fix-application",
  700229: "fix-application",
  900144: "fix-application",
  900561: "fix-application",
  900971: "fix-application",
  7000112: "application-off",
  7000215: "fix-application",
  7000218: "fix-application",
  7000222: "fix-application",
  9002313: "fix-application",
  9002325: "fix-application",
  9002326: "fix-application",
  9002327: "fix-application",
  9001023: "check-address",
  9002332: "check-address",
};

/** What helps after an error of this number; undefined for a number that is not used here. */
export function remedyOf(number: number): ErrorRemedy | undefined {
  return new Map(Object.entries(remedies)).get(String(number));
}
