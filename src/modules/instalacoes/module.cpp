// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/module.hpp"

#include "modules/instalacoes/operations/connection.hpp"
#include "modules/instalacoes/operations/mail_server.hpp"

namespace aroeira::instalacoes {

std::map<std::string, jobs::Handler> jobs(const Services& services, const Outside& outside) {
    return {
        {std::string(kTestConnectionJob), [&services, &outside](jobs::Context& job) { return test_connection(job, services, outside); }},
        {std::string(kEnableMailJob), [&services, &outside](jobs::Context& job) { return enable_mail(job, services, outside); }},
    };
}

}  // namespace aroeira::instalacoes
