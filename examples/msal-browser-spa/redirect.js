// Answers arrive on this page, in the window itself, in a pop-up or in a hidden frame; the library hands them on.
await globalThis.msalRedirectBridge.broadcastResponseToMainFrame();
