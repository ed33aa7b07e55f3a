export { ServerFigures as default } from "../../client/components/administration/server_figures.tsx";
