import type { ComposeRequest } from "../container-engine";

/** The request with the images that were built for its services: service → image id. Others keep the image they name. */
export function withImages(request: ComposeRequest, images: ReadonlyMap<string, string>): ComposeRequest {
  const services = Object.entries(request.project.services).map(([name, service]) => {
    const image = images.get(name);
    return [name, image === undefined ? service : { ...service, image }] as const;
  });
  return { ...request, project: { ...request.project, services: Object.fromEntries(services) } };
}
