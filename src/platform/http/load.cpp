// SPDX-License-Identifier: Apache-2.0
#include "platform/http/load.hpp"

namespace aroeira::http {

LoadMeters::LoadMeters(metrics::Registry& registry)
    : limit(registry.gauge("aroeira_http_requests_limit", "Pedidos que podem ser processados ao mesmo tempo.")),
      running(registry.gauge("aroeira_http_requests_running", "Pedidos em processamento agora.")),
      most(registry.gauge("aroeira_http_requests_most", "Mais pedidos ao mesmo tempo desde que o limite mudou.")),
      waiting(registry.gauge("aroeira_http_requests_waiting", "Pedidos que aguardam a vez.")),
      refused(registry.counter("aroeira_http_requests_refused_total", "Pedidos recusados porque a fila estava cheia.")),
      seconds(registry.histogram("aroeira_http_request_seconds", "Segundos de um pedido, do cabeçalho à resposta.")) {}

}  // namespace aroeira::http
