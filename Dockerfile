# One image for every process of Ordena; the command says which. No shell is needed at run time.
FROM node:24-bookworm-slim AS build
WORKDIR /ordena
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY libs libs
COPY apps apps
COPY scripts/bundle-agent.mjs scripts/
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /ordena
ENV NODE_ENV=production ORDENA_STATE=/state
COPY --from=build /ordena/package.json ./
COPY --from=build /ordena/node_modules node_modules
COPY --from=build /ordena/dist dist
COPY apps/gateway/src/page/assets apps/gateway/src/page/assets
RUN mkdir /state /bus && chown node:node /state /bus
USER node
VOLUME /state
CMD ["node", "dist/apps/gateway/src/main.js"]
