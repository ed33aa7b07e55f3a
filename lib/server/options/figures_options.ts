import type { OptionTable } from "../../cli/options.ts";

/** Options about what the server tells of itself. */
export const FIGURES_OPTIONS = {
  metrics: {
    env: "CHUNG_METRICS",
    value: "HOST:PORT",
    default: "",
    address: true,
    help: {
      en: "serve /metrics (Prometheus), /healthz and /readyz there; a port alone is on 127.0.0.1",
      vi: "phục vụ /metrics (Prometheus), /healthz và /readyz ở đó; chỉ ghi cổng là trên 127.0.0.1",
    },
  },
} as const satisfies OptionTable;
