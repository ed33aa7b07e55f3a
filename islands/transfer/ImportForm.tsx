export { ImportForm as default } from "../../client/components/import/import_form.tsx";
